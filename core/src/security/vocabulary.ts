/**
 * The language of sign-in, policy and protocol trouble, by role. Stems of general words, no sentence of any product, so
 * that a service nobody thought of is understood as well. One sense a line: who knows a word knows the ones that mean the
 * same, so they stand and fall together where a bench takes words away. Matched against `plainWords`: lower case,
 * compound names split. Every stem starts at a word's start; one ending in a letter may go on ("fail" finds "failure").
 */

/** End of a word, for stems that must not go on. */
const END = '(?![\\p{L}\\p{N}])'
/** `users.csv` is no user. */
const END_NO_FILE = '(?![\\p{L}\\p{N}]|\\.\\p{L})'

export const vocabulary = {
  failure: String.raw`
    fail(?:ed|ures?|s|ing)?${END}
    \p{L}{2,16}fail(?:ed|ures?)?${END}
    (?:in(?:valid|correct)|improper|illegal|erroneous|(?:wrong|bad)${END})
    unsuccess
    mis-?match
    (?:den(?:y|ied|ies)|refus|reject|rebuff|repel|turn(?:ed|ing|s)? (?:away|down))
    unknown (?:\p{L}+ )?(?:user|account|log ?in|client|connection|command|recipient|sender|method|protocol|name|password|identity|peer|device|extension|mailbox|address|key|token|realm|principal)
    (?:user|account|recipient|log ?in|mailbox|sender|address) unknown${END}
    un(?:recogni[sz]ed|supported|trusted|verified|expected (?:user|password))
    non-?exist
    non-\p{L}+ (?:command|request|traffic)
    (?:do(?:es)?|did|might|may)(?: not|n't) (?:have|exist|match|meet|(?:have )?(?:receive|work|succeed|return|present|provide|issue|complete|respond))
    (?:is |was |are |be )?not (?:a (?:valid|known|member)|found|known|allowed|permitted|valid|match|supported|supposed|recogni[sz]ed|authori[sz]ed|authenticated|accepted|registered|correct|advertised|local|a local|trusted|enabled|active|acceptable|entitled|granted|(?:in|on) (?:\p{L}+ ){0,2}list|white-?list)(?!\p{L}* yet${END})
    no (?:such|match|valid|registration|account|user|credential|permission|privilege|right|access|password)
    insufficient (?:permission|privilege|right)
    (?:missing|empty|blank|without|null) (?:\p{L}+ )?(?:password|credential|token|authori[sz]ation|api key)
    barred
    not let in
    un(?:authenticated|approved|registered|permitted|accepted|acceptable|routeable|routable)
    in(?:eligible|admissible|accurate|sufficient (?:\p{L}+ )?(?:permission|privilege|right|scope))
    false (?:password|credential|pin|user|log ?in|code)
    mis-?typed
    forged
    counterfeit
    tampered
    replayed
    (?:no|lacks?|lacking|without) (?:\p{L}+ )?(?:permission|privilege|authori[sz]ation|grants?)${END}
    unexpected (?:\p{L}+ )?(?:message|command|packet|method|protocol|sequence)
    unauthori[sz]ed
    no \p{L}+ (?:has|have) been authori[sz]ed
    no (?:\p{L}+ ){0,2}(?:config|peer|policy|proposal|entry|rule)s? (?:\p{L}+ )?found${END}
    no (?:\p{L}+[ .]){1,3}entry for
    script (?:\p{L}+ )?unknown
    (?:forbid|disallow|prohibit)
    exceed
    too (?:many|long|large)
    max(?:imum)? (?:\p{L}+ )?(?:tries|retries|attempts)
    lock(?:ed)?[ -]?out
    (?:locked|disabled|suspended|de-?activated|blocked${END})
    (?:revoked|expired)
    (?:malformed|corrupt)
    violat
    (?:unable to|could(?: not|n't)|can(?:not|'t)${END})
    not (?:been )?(?:validated|verified)
    (?:auth\p{L}*|log ?in|protocol|acl|password|credential) error
    error to
    attempt(?:s|ed)? for (?:non|unknown|invalid)
    no \p{L}+ in (?:\p{L}+ )?connection
    fehl(?:er|geschlagen)
    ungültig
    falsch
    verweiger
    abgelehnt
    gesperrt
    unbekannt
    (?:a |a été )?(?:échou|echou|échec|echec)
    refusé
    rejeté
    interdit
    inconnu
    erroné
    invalide
    fall(?:id|o${END}|ó${END}|it)
    inv[aá]lid
    incorret
    deneg
    rechaz
    desconoc
    bloquea
    falh
    negad
    recusa
    rejeitad
    desconhecid
    non valid
    errat[oa]
    negat[oa]
    rifiutat
    sconosciut
    mislukt
    ongeldig
    onjuist
    geweiger
    verkeerd
    onbekend
    geblokkeerd
    misslyck
    ogiltig
    felaktig
    nekad
    avvisad
    okänd
    spärrad
    неудач
    не удал
    ошибк
    неверн
    неправильн
    отказ
    отклон
    запрещ
    неизвестн
    заблокир
    gescheitert
    misslung
    inkorrekt
    zurückgewiesen
    abgewiesen
    untersagt
    verboten
    nicht (?:\p{L}+ )?(?:erfolgreich|möglich|gültig|berechtigt|zugelassen|erlaubt|gefunden|überein|erkannt)
    stimmt nicht
    mauvais
    ne correspond pas
    n'existe pas
    non (?:valide|autorisé|reconnu|trouvé)
    bloqué
    verrouillé
    introuvable
    error (?:de|al|en|durante) (?:\p{L}+ )?(?:inici|acces|autent|contrase)
    err[oóô]ne
    err?ad[oa]${END}
    no (?:coincide|válid|autorizad|existe|encontrad|permitid)
    não (?:\p{L}+ )?(?:autorizad|autenticad|encontrad|permitid|existe|confere|corresponde)
    prohibid
    proibid
    bloquead
    bloccat
    non (?:riuscit|autorizzat|corrett|trovat|consentit)
    vietat
    fout(?:e|ief|ieve)?${END}
    niet (?:toegestaan|gevonden|geldig|juist)
    fel${END}
    fel(?:aktig|et)${END}
    misslyckad
    inte (?:tillåt|hitta|giltig)
    не прош
    не найден
    не соответству
    недейств
    недопустим
    błąd
    błęd
    niepoprawn
    nieprawidłow
    nieudan
    nie powiod
    odmow
    odmów
    odrzuc
    zablokowan
    nieznan
    zabronion
    brak (?:uprawnie|dostęp|autoryz)
    neúsp[eě]š
    nezda[rř]il
    selh[aá]
    zlyh
    chybn
    nesprávn
    neplatn
    zam[ií]e?tnut
    odm[ií]e?tnut
    zak[aá]zan
    nezn[aá]m
    zablok
    başarısız
    hatalı
    yanlış
    geçersiz
    reddedil
    engellen
    bilinmeyen
    izin verilm
    mislyk
    fejl
    feil
    forkert
    ugyldig
    afvis
    avvis
    nægt
    nekt
    ukendt
    ukjent
    spærre
    sperret
    blok(?:er|kert)
    epäonnistu
    virhe
    väär
    hylät
    tuntemat
    kielle
    estetty
    sikertelen
    hib[aá]s
    helytelen
    érvénytelen
    elutasít
    megtagad
    letilt
    ismeretlen
    невдал
    не вдал
    помилк
    невірн
    хибн
    відмов
    відхил
    заборон
    невідом
    заблок
    e[sș]uat
    gre[sș]it
    respins
    nevalid
    necunoscut
    interzis
    αποτυχ
    απέτυχ
    λάθος
    λανθασμέν
    άκυρ
    απορρίφθ
    άγνωστ
    gagal
    ditolak
    diblokir
    tidak (?:valid|sah|ditemukan|diizinkan|cocok)
    (?:sandi|password) salah
    thất bại
    không (?:hợp lệ|đúng|tồn tại|được phép)
    từ chối
    (?:ال)?(?:فشل|خاطئ|مرفوض|رفض)
    غير (?:صحيح|صالح|مصرح|معروف)
    נכשל
    שגוי
    נדח
    실패
    오류
    잘못된
    거부
    차단
    유효하지
    일치하지
    錯誤
    拒絕
    無效
    鎖定
    封鎖
    失败
    失敗
    错误
    無効
    无效
    拒绝
    拒否
    未知
    禁止
    锁定
    不正
    誤り
    エラー`,
  /** Words about proving who one is. */
  signIn: String.raw`
    (?:auth|log ?in|log ?on|passw(?:or)?d)fail
    auth(?:s|n|z|en\p{L}*|ori[sz]\p{L}*)?${END}
    (?!pre)\p{L}+auth${END}
    log(?:ged |ging )?[ -]?(?:in|on)s?${END}
    log(?:ged|ging)[ -](?:in|on)${END}
    sign(?:ed|ing)?[ -]?(?:in|on)${END}
    pass(?:words?|wd|phrase|code)
    pwd
    credential
    sasl
    (?:h|t)?otp${END}
    (?:mfa|2fa|two[ -]factor)${END}
    public ?key
    keyboard-interactive
    (?:verification|security|one-time|<\*>) codes?${END}
    pre-?authentication
    jwt${END}
    bind${END}
    challenge
    tokens?${END}
    (?:access|auth|api) ?key
    pin(?: ?codes?)?${END}
    pass ?keys?${END}
    (?:client|shared|app) secrets?${END}
    (?:private|pre-?shared|stream|session) keys?${END}
    psk${END}
    bearer
    captcha
    (?:ms-?)?chap(?: ?v?2)?${END}
    eap${END}
    ntlm
    scram
    kerberos
    anmeld
    kennwort
    passwort
    authentifi
    mot de passe
    identifiant
    contraseña
    inicio de sesi
    autentic
    credenc
    senha
    accesso
    wachtwoord
    inlog
    lösenord
    парол
    вход
    авториз
    аутентиф
    логин
    einlog
    zugangsdaten
    clave${END}
    acceso
    iniciar sesi
    acesso
    credenzial
    aanmeld
    pålogg
    innlogg
    logge(?:t|de)? ind
    adgangskode
    kodeord
    passord
    logowani
    zalogow
    hasł
    uwierzyteln
    poświadcz
    p[rř]ihl[aá][sš]
    hesl
    ov[eě]ř
    giriş
    oturum
    şifre
    parol
    kimlik
    kirjautu
    salasana
    tunnistautu
    todennu
    bejelentkez
    belép
    jelsz
    hiteles
    вхід
    автентиф
    autentific
    conectare
    σύνδεσ
    κωδικ
    ταυτοποίησ
    masuk${END}
    kata sandi
    đăng nhập
    mật khẩu
    xác thực
    (?:ال)?(?:دخول|مصادقة)
    كلمة (?:ال)?(?:مرور|سر)
    סיסמ
    כניס
    התחבר
    로그인
    비밀번호
    암호
    인증
    登入
    密碼
    驗證
    密码
    口令
    登录
    登陆
    认证
    認証
    验证
    パスワード
    ログイン`,
  /** Words about whom one claims to be: a subject too, but every configuration speaks of users as well. */
  account: String.raw`
    users?(?: ?(?:name|id))?${END_NO_FILE}
    accounts?${END_NO_FILE}
    acct
    principal
    client not (?:found|known)
    role ["'“]
    registration
    identity
    subscriber
    end ?points?${END}
    mail ?box
    peer (?:not )?(?:found|known)
    regist(?:er(?:s|ed|ing)?|rar|rant)${END}
    peer is
    benutzer
    konto
    utilisateur
    compte${END}
    usuario
    usuári
    cuenta
    conta${END}
    utente
    gebruiker
    användar
    пользовател
    уч[её]тн
    nutzer
    bruger
    bruker
    użytkowni
    uživatel
    používateľ
    účt
    účet
    kullanıcı
    hesa[bp]
    käyttäj
    tunnus
    felhasznál
    fiók
    користувач
    обліков
    utilizator
    χρήστ
    λογαριασμ
    pengguna
    akun${END}
    người dùng
    tài khoản
    (?:ال)?(?:مستخدم|حساب)
    משתמש
    사용자
    계정
    帳號
    帳戶
    使用者
    用户
    账号
    账户
    帐号
    帐户
    ユーザ
    アカウント`,
  policy: String.raw`
    relay
    spam
    virus
    malware
    (?:(?:black|block|deny) ?list|(?:white|allow)[ -]?list|dnsbl|rbl${END})
    acl${END}
    policy
    sender
    (?:recipient|rcpt)
    (?:helo|ehlo)
    envelope
    access
    rule
    quota
    configuration
    (?:countr(?:y|ies)|geo-?(?:ip|block|fenc))
    address rejected
    reputation
    firewall
    access[ -]list
    filter rule
    phish`,
  protocol: String.raw`
    protocol
    (?:handshake|negotiat|key exchange|kex${END})
    identification
    (?:banner|greeting)
    (?:cipher|algorithm)
    mac${END}
    (?:tls|ssl)${END}
    certificate
    syntax
    method
    header
    (?:request|quer(?:y|ies)${END})
    commands?${END}
    uri${END}
    version
    call${END}
    extension
    connect(?:ion)?s?${END}
    packet
    message type
    proposal
    (?:ike|isakmp)${END}`,
  /** The first words of a conversation between machines; whoever stumbles there never meant to sign in. */
  handshake: String.raw`
    (?:handshake|negotiat|key exchange|kex${END})
    identification
    banner`,
  limit: String.raw`
    limiting (?:request|connection)
    rate[ -]?limit(?!s? (?:status|remaining|reset|set|config|policy|window))
    throttl
    (?:rate|command|connection|request|attempt|count|<\*>) limit(?:s|ed)?${END}(?= (?:exceed|reach|hit|by|from|for))
    flood
    too many (?:\p{L}+ ){0,4}(?:request|connection|command|error|attempt|call|quer|recipient|message)
    exceed(?:s|ed|ing)? (?:\p{L}+ ){0,3}(?:query|request|connection|packet|message|command|call|rate|bandwidth) ?(?:rate|limit|quota|count)?s?${END}
    (?:query|packet|message|call|bandwidth) (?:rate )?limit(?:s|ed)?${END}(?= (?:exceed|reach|hit|by|from|for))`,
  attack: String.raw`
    attack
    exploit
    (?:breach|intru(?:sion|der)|(?:hack(?:ing|ed)?|crack(?:ing|ed))${END})
    injection
    traversal
    brute[ -]?force
    port ?scan
    scan(?:ning|s)? (?:detected|attempt)
    security violation
    malicious
    pre-?greet
    (?:ssh|port|syn|potential) (?:\p{L}+ )?scan${END}
    sqli${END}
    xss${END}
    (?:code|command) execution
    denial of service
    web ?shell
    scanner
    spoof(?:ed|ing)${END}
    (?:illegal|unauthori[sz]ed) (?:\p{L}+ )?(?:attempt|access)
    suspicious
    (?:bann(?:ed|ing)|black ?listed)${END}
    ban (?:<\*>|\d|[\da-f]{1,4}:)
    relay attempt
    (?:found|listed) (?:in|on|at|by) (?:\p{L}+ )?(?:black|block) ?list
    (?:attempts?|probes?|sweep|intrusion|abuse) (?:was |were |is |has been )?detected
    detected (?:\p{L}+ ){0,2}(?:attempt|probe|sweep)
    (?:password|credential|account|user ?name)s? (?:guess|spray|stuff|enumerat)
    (?:guess|spray|stuff|enumerat)(?:ing|ed)? (?:\p{L}+ )?(?:password|credential|account|user)
    (?:port|host|address|network) ?sweep
    scann(?:ed|ing) (?:\p{L}+ ){0,2}(?:<\*> |\d+ )?(?:\p{L}+ )?(?:ports|hosts|targets)
    reconnaissance
    toll fraud
    d?dos attack
    buffer overflow
    shell ?code
    (?:root|admin|administrator|super-?user) (?:log ?in|log ?on|access) attempted
    hijack`,
  success: String.raw`
    (?<!not )accepted
    succe(?:ss|ed)
    (?<!not )logged (?:in|on)${END}
    (?<!not )signed (?:in|on)${END}
    session (?:opened|started)
    (?<!not )authenticated
    (?<!not )granted
    (?:log ?(?:in|on)|auth) ok${END}
    angemeldet
    erfolgreich
    réussi
    correctamente
    exitos
    con successo
    gelukt
    lyckad
    успешн
    zalogowan
    pomyśln
    přihlášen
    úspěšn
    başarılı
    onnistu
    sikeres
    успішн
    thành công
    logget ind
    berhasil
    성공
    成功`,
  /** What was asked for is not there. */
  missing: String.raw`
    not found
    do(?:es)?(?: not|n't) exist
    no such file
    unable to stat
    script (?:\p{L}+ )?unknown`,
  /** Our own refusal, said of whoever stands in the source role. */
  verdict: String.raw`
    (?:denied|refus(?:ed|ing)|reject(?:ed|ing)|rebuffed|turned away|(?:deny(?:ing)?|reject)${END})
    block (?:in|out) on
    blocked
    (?:forbidden|disallowed|barred|prohibited)
    unauthori[sz]ed
    not (?:allowed|permitted|authori[sz]ed|accepted|white-?listed|on (?:\p{L}+ ){0,2}list|in (?:\p{L}+ ){0,2}list)(?! yet${END})
    (?:action|act|verdict|disposition)=["']?(?:block|deny|drop|reject)`,
  dropped: String.raw`
    (?:block(?:ed|ing)|dropp?(?:ed|ing)?${END})`,
  /** Facts about names, not deeds. */
  nameLookup: String.raw`
    reverse mapping
    maps? (?:back )?to
    host ?name lookup
    does not resolve
    getaddrinfo
    no (?:host ?name|ip address|address) found`,
  /** Nobody tried anything. */
  noAttempt: String.raw`
    (?:no|0|zero|without) (?:\p{L}+ )?(?:auth\p{L}*|log ?in) attempts?
    (?:failed|unsuccessful|bad|invalid) (?:\p{L}+ )?(?:log ?in|sign-?in|auth\p{L}*|password) (?:\p{L}+ )?(?:history|statistics|report|settings?|counters? (?:\S{1,64} ){0,3}(?:reset|cleared|zero))
    (?:disabled|locked|suspended|revoked|unlocked) (?:the|an?|his|her|their) (?:\p{L}+ ){0,2}(?:accounts?|users?|keys?|tokens?|sessions?|rules?|polic(?:y|ies))
    (?:disabled|locked|suspended|revoked|de-?activated) by (?:(?:an? |the )?(?:admin|operator|owner)|\S{1,64} from${END})
    (?:polic(?:y|ies)|rules?|settings?|configuration|filters?|lists?) (?:\S{1,64} ){0,4}(?:changed|added|removed|deleted|created|updated|modified|edited|renamed|saved)
    (?:list|number|count|report|overview|history|export) of (?:\p{L}+ )?(?:blocked|locked|banned|denied|rejected|failed|invalid|unknown|disabled|expired)`,
  /** Clients try these by themselves before they ask a person. */
  weakMethod: String.raw`
    failed (?:public ?key|none|gssapi)
    postponed
    partial
    next (?:auth\p{L}* )?method`,
  /** Something of ours that did not work: policy and protocol words then tell of no stranger. */
  ownAction: String.raw`
    (?:cannot|can't|could not|couldn't|unable to|fail(?:ed|ure|s)? to) (?:be )?(?:open|connect|reach|bind|send|read|write|fetch|load|receive|resolve|create|start|get|obtain|retrieve|parse|delete|update|save|find(?! (?:\p{L}+ )?(?:user|account|log ?in|peer))|initiali|execute|process|renew|sync|deliver|listen|allocate|download|upload|communicate|establish)
    (?:connect|open|bind|send|recv|read|write)\(?\)? failed
    fail(?:ed|ure|s)? (?:while )?(?:reading|writing|sending|connecting|loading|fetching)
    upstream
    backend
    mirror
    replica
    datanode
    serving
    \p{L}*exception
    operation not permitted
    no such file
    will be
    neighbou?r
    syntax (?:error )?(?:for type|at or near)
    area${END}
    payment
    orders?${END}
    cards?${END}
    invoice
    stock${END}
    reserv
    booking
    coupon
    jobs?${END}
    would${END}
    retry(?:ing)?
    (?:requests?|query|queries|calls?|fetch)(?: to \S{1,64})? (?:failed|timed out)(?!.{0,120}(?:from|by|client|peer|remote))
    (?:files?|documents?|uploads?|attachments?|images?|body|samples?|payload) (?:\p{L}+ )?(?:is )?too (?:large|big|long|old)
    unsupported (?:\p{L}+ )?(?:format|media|file|encoding|charset)
    uploads?${END}
    stale
    out of (?:order|sync|memory|space|range|stock)
    already (?:exists?|in use|running|taken)
    not (?:the )?leader
    (?:votes?|leader|quorum|raft|gossip|replication|heartbeat)${END}
    health ?checks?
    insufficient (?:memory|space|funds|storage|resources)
    in (?:line|row|column|field)${END}
    (?:json|xml|yaml|csv)${END}
    (?:imports?|exports?|backups?)${END}
    (?:no such (?:name|domain)|nxdomain|servfail)
    (?:(?:disk|storage|mailbox|memory) quota|over quota)
    skipped
    features?${END}`,
  /** We did not get through to somebody: how the network refuses us is nobody's deed, whatever it was about. */
  unreached: String.raw`
    e(?:conn(?:refused|reset|aborted)|timedout|hostunreach|netunreach|notfound|pipe|ai again)${END}
    connection refused(?! (?:from|by|for|to))
    (?:connect|connection|connecting) (?:to|with)(?: (?!from|by)\S{1,64}){1,4} (?:refused|timed out|reset)
    dial(?:l?ing)? (?:tcp|udp|unix|dial)
    i/o timeout
    no route to host
    network (?:is )?unreachable
    socket hang up
    (?:did|does|do)(?: not|n't) answer
    not responding
    antwortet nicht
    nicht erreichbar
    zeitüberschreitung
    ne répond pas
    délai \p{L}*
    injoignable
    no responde
    tiempo de espera
    inalcanzable
    non risponde
    irraggiungibile
    não responde
    reageert niet
    onbereikbaar
    svarar inte
    svare?r ikke
    не отвечает
    недоступ
    не відповіда
    nie odpowiada
    neodpov[ií]d
    nedostupn
    yanıt vermi
    ei vastaa
    nem (?:válaszol|elérhető)
    応答がありません
    接続できません
    超时
    逾時
    无响应
    응답 없음
    (?:host|server|remote|peer) \S{1,128} (?:said|replied|answered|returned)
    (?:timeout|timed out) connecting
    bounced
    deferred
    undeliver
    our (?:own )?(?:log ?in|passwords?|credentials?|certificates?|keys?|accounts?|tokens?)${END}`,
  closing: String.raw`
    (?:disconnect|terminat|quit|end(?:ed)? (?:of )?(?:connection|session)|(?:clos(?:e|ed|ing)|exit(?:ed|ing)?)${END})
    logged (?:out|off)
    (?:abort|hung up|lost connection|reset${END})
    tim(?:ed? ?out)`,
  /** Of these two, a handshake never recovers. */
  brokenOff: String.raw`
    clos(?:e|ed|ing)${END}
    (?:abort|hung up|(?:reset|lost)${END})
    timed out`,
  reset: String.raw`
    reset${END}
    hung up`,
  beforeSignIn: String.raw`
    (?:before |without |pre-?)(?:auth|log|sign)
    unauthenticated
    authenticating user`,
  opening: String.raw`
    connect(?:ion|ed)? (?:received |accepted |established |opened )?from
    (?:new|incoming|accepted|inbound) (?:\p{L}+ )?(?:connection|session|client)
    connection (?:accepted|received|established|opened)`,
  /** Words near which a line may say whose session it is. */
  party: String.raw`
    connect
    client
    remote
    peer
    rhost
    from${END}`,
  /** Says again what single lines said before. */
  again: String.raw`
    too many (?:\p{L}+ ){0,3}(?:failure|attempt|tries)`,
  moreOfIt: String.raw`
    more (?:\p{L}+ ){0,2}failures`,
} as const

export type Role = keyof typeof vocabulary
