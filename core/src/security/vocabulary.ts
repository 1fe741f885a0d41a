/**
 * The language of sign-in, policy and protocol trouble, by role. Stems of general words, no sentence of any product, so
 * that a service nobody thought of is understood as well. One stem a line, matched against `plainWords`: lower case,
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
    in(?:valid|correct)
    unsuccess
    wrong${END}
    bad${END}
    mis-?match
    den(?:y|ied|ies)
    refus
    reject
    unknown (?:\p{L}+ )?(?:user|account|log ?in|client|connection|command|recipient|sender|method|protocol|name|password|identity|peer|device|extension|mailbox|address|key|token|realm|principal)
    (?:user|account|recipient|log ?in|mailbox|sender|address) unknown${END}
    un(?:recogni[sz]ed|supported|trusted|verified|expected (?:user|password))
    non-?exist
    non-\p{L}+ (?:command|request|traffic)
    do(?:es)?(?: not|n't) (?:exist|match|have)
    did(?: not|n't) meet
    (?:is |was |are |be )?not (?:a (?:valid|known|member)|found|known|allowed|permitted|valid|match|supported|supposed|recogni[sz]ed|authori[sz]ed|authenticated|accepted|registered|correct|advertised|local|a local|trusted|enabled|active|acceptable|entitled|granted|(?:in|on) (?:\p{L}+ ){0,2}list|white-?list)
    no (?:such|match|valid|registration|account|user|credential|permission|privilege|right|access|password)
    insufficient (?:permission|privilege|right)
    (?:missing|empty|blank|without|null) (?:\p{L}+ )?(?:password|credential|token|authori[sz]ation|api key)
    illegal
    improper
    disallow
    prohibit
    blocked${END}
    revoked
    suspended
    unexpected (?:\p{L}+ )?(?:message|command|packet|method|protocol|sequence)
    unauthori[sz]ed
    no \p{L}+ (?:has|have) been authori[sz]ed
    no (?:\p{L}+ ){0,2}(?:config|peer|policy|proposal|entry|rule)s? (?:\p{L}+ )?found${END}
    no (?:\p{L}+[ .]){1,3}entry for
    script (?:\p{L}+ )?unknown
    forbid
    exceed
    too (?:many|long|large)
    max(?:imum)? (?:\p{L}+ )?(?:tries|retries|attempts)
    lock(?:ed)?[ -]?out
    locked
    disabled
    expired
    malformed
    corrupt
    violat
    (?:did|might|may)(?: not|n't) (?:have )?(?:receive|work|succeed|match|return|present|provide|issue|complete|respond)
    unable to
    could(?: not|n't)
    not (?:been )?(?:validated|verified)
    can(?:not|'t|not be)${END}
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
    (?:black|block|deny) ?list
    rbl${END}
    acl${END}
    policy
    sender
    recipient
    rcpt
    helo
    access
    rule
    quota
    configuration
    country
    countries
    (?:white|allow)[ -]?list
    address rejected
    reputation`,
  protocol: String.raw`
    protocol
    handshake
    negotiat
    identification
    cipher
    key exchange
    kex${END}
    banner
    syntax
    commands?${END}
    method
    header
    request
    quer(?:y|ies)${END}
    greeting
    version
    (?:tls|ssl)${END}
    mac${END}
    algorithm
    certificate
    call${END}
    extension
    connect(?:ion)?s?${END}
    packet
    message type
    proposal
    (?:ike|isakmp)${END}
    uri${END}`,
  /** The first words of a conversation between machines; whoever stumbles there never meant to sign in. */
  handshake: String.raw`
    handshake
    negotiat
    identification
    key exchange
    kex${END}
    banner`,
  limit: String.raw`
    limiting (?:request|connection)
    rate[ -]?limit
    throttl
    (?:rate|command|connection|request|attempt|count|<\*>) limit(?:s|ed)?${END}(?= (?:exceed|reach|hit|by|from|for))
    flood
    too many (?:\p{L}+ ){0,4}(?:request|connection|command|error|attempt|call|quer|recipient|message)`,
  attack: String.raw`
    hack(?:ing|ed)?${END}
    attack
    exploit
    injection
    traversal
    intru(?:sion|der)
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
    bann(?:ed|ing)${END}
    ban (?:<\*>|\d|[\da-f]{1,4}:)
    black ?listed
    relay attempt
    (?:found|listed) (?:in|on|at|by) (?:\p{L}+ )?(?:black|block) ?list`,
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
    denied
    deny(?:ing)?${END}
    refus(?:ed|ing)
    reject${END}
    block (?:in|out) on
    reject(?:ed|ing)
    blocked
    forbidden
    disallowed
    prohibited
    unauthori[sz]ed
    not (?:allowed|permitted|authori[sz]ed|accepted|white-?listed|on (?:\p{L}+ ){0,2}list|in (?:\p{L}+ ){0,2}list)
    (?:action|act|verdict|disposition)=["']?(?:block|deny|drop|reject)`,
  dropped: String.raw`
    dropp?(?:ed|ing)?${END}
    blocked
    blocking`,
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
    (?:no|0|zero|without) (?:\p{L}+ )?(?:auth\p{L}*|log ?in) attempts?`,
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
    (?:requests?|query|queries|calls?|fetch)(?: to \S{1,64})? (?:failed|timed out)(?!.{0,120}(?:from|by|client|peer|remote))`,
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
    (?:host|server|remote|peer) \S{1,128} (?:said|replied|answered|returned)
    (?:timeout|timed out) connecting
    bounced
    deferred
    undeliver`,
  closing: String.raw`
    clos(?:e|ed|ing)${END}
    disconnect
    terminat
    exit(?:ed|ing)?${END}
    end(?:ed)? (?:of )?(?:connection|session)
    tim(?:ed? ?out)
    lost connection
    hung up
    abort
    reset${END}
    quit
    logged (?:out|off)`,
  /** Of these two, a handshake never recovers. */
  brokenOff: String.raw`
    clos(?:e|ed|ing)${END}
    reset${END}
    hung up
    abort
    lost${END}
    timed out`,
  reset: String.raw`
    reset${END}
    hung up`,
  beforeSignIn: String.raw`
    before (?:auth|log|sign)
    pre-?auth
    unauthenticated
    authenticating user
    without (?:auth|log|sign)`,
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
