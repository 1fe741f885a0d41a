/** What other makers write. */
export const others: Readonly<Record<string, string>> = {
  'mail, javascript daemon': String.raw`
203.0.113.11 :: 2026-11-12T06:01:01.123Z [WARN] [smtp-in] client=203.0.113.11 cmd="AUTH LOGIN" reply="535 5.7.8 Authentication credentials invalid"
203.0.113.12 :: 2026-11-12T06:01:02.123Z [NOTICE] [8C1] [access] rcpt rejected, ip=203.0.113.12 reason="I cannot deliver mail for <a@example.net>"
203.0.113.13 :: [NOTICE] [8C2] [core] disconnect ip=203.0.113.13 rdns=NXDOMAIN helo=ylmf-pc relay=N early=Y esmtp=N tls=N pipe=N errors=4 rejects=4
- :: [NOTICE] [8C3] [core] disconnect ip=198.51.100.4 rdns=mail.example.com helo=mail relay=N early=N esmtp=Y tls=Y pipe=N errors=0 rejects=0
- :: 2026-11-12T06:01:05.123Z [INFO] [8C4] [outbound] delivered file=x domain=example.com host=mx.example.com ip=198.51.100.9 port=25 mode=SMTP
- :: 2026-11-12T06:01:06.123Z [INFO] [8C5] [queue] message 12 accepted from 198.51.100.4 for amy@example.org`,
  'mail, access after a page': String.raw`
203.0.113.21 :: Nov 12 06:02:01 web sogo: ERROR(SOGoUserManager): login denied, remote '203.0.113.21', user 'amy', bad credentials
203.0.113.22 :: 2026/11/12 06:02:02 rainloop[812]: Auth failed: ip=203.0.113.22 user=amy@example.org host=imap.example.org port=993
203.0.113.23/amy@example.org :: 2026-11-12 06:02:03 afterlogic: [auth] Wrong login or password: user=amy@example.org, client ip 203.0.113.23
- :: 2026/11/12 06:02:04 rainloop[812]: Connected: ip=198.51.100.4 user=amy@example.org host=imap.example.org
- :: 2026-11-12 06:02:05 afterlogic: [mail] message moved by amy@example.org, client ip 198.51.100.4
- :: Nov 12 06:02:06 web sogo: WARN(LDAP): cannot contact server ldap://198.51.100.9, retrying`,
  'files, web disks': String.raw`
203.0.113.31 :: 203.0.113.31 - amy [12/Nov/2026:06:03:01 +0000] "PROPFIND /dav/ HTTP/1.1" 401 381 "-" "davfs2/1.6"
203.0.113.32 :: 2026-11-12 06:03:02 filebrowser: /api/login: 403 203.0.113.32 wrong username or password
203.0.113.33 :: {"ts":"2026-11-12T06:03:03Z","svc":"share","evt":"link_password","ok":false,"remote":"203.0.113.33","tries":4}
- :: 203.0.113.34 - - [12/Nov/2026:06:03:04 +0000] "PROPFIND /dav/ HTTP/1.1" 401 381 "-" "davfs2/1.6"
- :: 198.51.100.4 - amy [12/Nov/2026:06:03:05 +0000] "PROPFIND /dav/ HTTP/1.1" 207 912 "-" "davfs2/1.6"
- :: 2026-11-12 06:03:06 filebrowser: /api/resources/x.txt: 404 198.51.100.4 open x.txt: no such file or directory
- :: {"ts":"2026-11-12T06:03:07Z","svc":"share","evt":"upload","ok":false,"remote":"198.51.100.4","reason":"quota"}`,
  'databases of other makers': String.raw`
203.0.113.41/sysdba :: web1 (Server) Thu Nov 12 06:04:01 2026 	SERVER/process_packet: failed login for user sysdba from TCP/203.0.113.41
203.0.113.42 :: 2026-11-12-06.04.02.123456 E812 LEVEL: Error FUNCTION: security, sqlexLogPluginMessage MESSAGE: Password validation for user db2inst1 failed, client 203.0.113.42
203.0.113.43/root :: 2026-11-12 06:04:03.123 ERROR 1045 (28000): Access denied for user 'root'@'203.0.113.43'
203.0.113.44 :: [2026/11/12 06:04:04.123 +00:00] [WARN] [server.go:812] ["new connection failed"] [conn=7] [remoteAddr=203.0.113.44:40112] [error="auth failed"]
- :: web1 (Client) Thu Nov 12 06:04:05 2026 	INET/inet_error: connect errno = 111
- :: [2026/11/12 06:04:06.123 +00:00] [INFO] [server.go:700] ["new connection"] [conn=8] [remoteAddr=198.51.100.4:40113]
- :: [2026/11/12 06:04:07.123 +00:00] [INFO] [conn.go:1100] ["command dispatched failed"] [conn=8] [sql="select 1 from x"] [err="Table 'shop.x' doesn't exist"]`,
  'directories of other makers': String.raw`
203.0.113.51 :: 2026-11-12T06:05:01 BIND conn=9 ip=203.0.113.51 dn="cn=admin" result=49 (invalid credentials)
203.0.113.52/amy :: 2026-11-12 06:05:02 NPS,10,"amy","203.0.113.52",Access-Reject,16,"Authentication failed due to a user credentials mismatch"
203.0.113.53 :: Nov 12 06:05:03 tac tac_plus[812]: login failure: admin 192.0.2.9 (203.0.113.53) vty2
203.0.113.54 :: Nov 12 06:05:04 ipa ns-slapd[813]: bind refused for 203.0.113.54: account locked
- :: 2026-11-12T06:05:05 BIND conn=10 ip=198.51.100.4 dn="cn=app" result=0
- :: 2026-11-12 06:05:06 NPS,11,"bob","198.51.100.4",Access-Accept,0,""
- :: Nov 12 06:05:07 tac tac_plus[814]: connect from 198.51.100.4 [198.51.100.4]
- :: Nov 12 06:05:08 ipa named-pkcs11[815]: bind to LDAP server failed: Can't contact LDAP server`,
  'desktops of other makers': String.raw`
203.0.113.61 :: 2026-11-12 06:06:01.123 rustdesk hbbs: login failed, peer 203.0.113.61:40112, wrong password
203.0.113.62 :: Nov 12 06:06:02 host gdm-password]: gkr-pam: rejected remote session for user amy from 203.0.113.62
203.0.113.63 :: 2026/11/12 06:06:03 nxserver: User 'amy' from '203.0.113.63' has failed to login with method 'password'
203.0.113.64 :: 2026-11-12 06:06:04 teamrdp: connection attempt from 203.0.113.64 blocked, too many bad logins
- :: 2026/11/12 06:06:05 nxserver: User 'amy' logged in from '198.51.100.4' using authentication method NX-password
- :: 2026-11-12 06:06:06.123 rustdesk hbbr: relay request from 198.51.100.4:40113 closed
- :: 2026-11-12 06:06:07 teamrdp: session of amy from 198.51.100.4 ended`,
  'tunnels of other makers': String.raw`
203.0.113.71 :: 2026-11-12T06:07:01Z zerogate[812]: handshake rejected: unknown peer key, endpoint 203.0.113.71:51820
203.0.113.72 :: Nov 12 06:07:02 gw sstpd: 203.0.113.72 user=amy auth=fail
203.0.113.73/amy :: <14>1 2026-11-12T06:07:03Z vpn1 anyvpn 812 AUTH_FAIL [meta user="amy" src="203.0.113.73" method="otp"] one-time password rejected
203.0.113.74 :: Nov 12 06:07:04 vpn2 ike-scan: aggressive mode attempt from 203.0.113.74 denied
- :: 2026-11-12T06:07:05Z zerogate[812]: handshake completed, endpoint 198.51.100.4:51820
- :: <14>1 2026-11-12T06:07:06Z vpn1 anyvpn 812 AUTH_OK [meta user="bob" src="198.51.100.4" method="otp"] session started
- :: Nov 12 06:07:07 gw sstpd: 198.51.100.4 user=bob auth=ok
- :: Nov 12 06:07:08 gw sstpd: dead peer detected, 198.51.100.4 removed`,
  'switches of other makers': String.raw`
203.0.113.81 :: Nov 12 06:08:01 2026 dlink: Login failed through SSH (Username: admin, IP: 203.0.113.81)
203.0.113.82 :: Nov 12 06:08:02 aruba authmgr[812]: Authentication failed, user admin, client 203.0.113.82, reason: Invalid password
203.0.113.83/root :: Nov 12 06:08:03 nokia LOGGER: SECURITY-MINOR-ssh_user_login_max_attempts-2010: User root from 203.0.113.83 attempted to log in more than 3 times, user locked out
203.0.113.84 :: Nov 12 06:08:04 brocade raslogd: [SEC-1193], WARNING, Security violation: Login failure attempt via TELNET/SSH/RSH. IP Addr: 203.0.113.84
203.0.113.85 :: Nov 12 06:08:05 olt1 telnetd: console access refused, source 203.0.113.85 is not in the management list
- :: Nov 12 06:08:06 aruba authmgr[813]: User authentication successful, user amy, client 198.51.100.4
- :: Nov 12 06:08:07 2026 dlink: Successful login through SSH (Username: amy, IP: 198.51.100.4)
- :: Nov 12 06:08:08 brocade raslogd: [FW-1424], WARNING, Switch status changed from HEALTHY to DOWN
- :: Nov 12 06:08:09 olt1 dhcp: lease for 198.51.100.77 expired
- :: Nov 12 06:08:10 olt1 stp: invalid BPDU on port 7 discarded`,
  'packet filters of other makers': String.raw`
203.0.113.91 :: Nov 12 06:09:01 fw ipmon[812]: 06:09:01.123 em0 @0:12 b 203.0.113.91,40112 -> 192.0.2.1,22 PR tcp len 20 60 -S IN
203.0.113.92 :: Nov 12 06:09:02 fw kernel: ipfw: 65500 Deny TCP 203.0.113.92:40113 192.0.2.1:23 in via em0
203.0.113.93 :: Nov 12 06:09:03 fw pf: rule 4/0(match): block in on em0: 203.0.113.93.40114 > 192.0.2.1.3389: Flags [S], length 0
203.0.113.94 :: Nov 12 06:09:04 fw Shorewall:net2fw:DROP:IN=eth0 OUT= SRC=203.0.113.94 DST=192.0.2.1 LEN=40 PROTO=TCP SPT=40115 DPT=445
203.0.113.95 :: {"time":"2026-11-12T06:09:05Z","verdict":"DROPPED","reason":"Policy denied","IP":{"source":"203.0.113.95","destination":"192.0.2.1"},"l4":{"TCP":{"source_port":40116,"destination_port":6379}}}
203.0.113.96 :: 2 123456789012 eni-1 203.0.113.96 192.0.2.1 40117 22 6 1 40 1762927746 1762927806 REJECT OK
- :: Nov 12 06:09:07 fw pf: rule 9/0(match): pass in on em0: 198.51.100.4.40118 > 192.0.2.1.443: Flags [S], length 0
- :: {"time":"2026-11-12T06:09:08Z","verdict":"FORWARDED","IP":{"source":"198.51.100.4","destination":"192.0.2.1"},"l4":{"TCP":{"source_port":40119,"destination_port":443}}}
- :: 2 123456789012 eni-1 198.51.100.4 192.0.2.1 40120 443 6 12 4412 1762927749 1762927809 ACCEPT OK
- :: Nov 12 06:09:10 fw ipmon[812]: 06:09:10.123 em0 @0:3 p 198.51.100.4,40121 -> 192.0.2.1,443 PR tcp len 20 60 -S IN`,
  'pages of other makers': String.raw`
203.0.113.101/admin :: [2026-11-12 06:10:01] production.WARNING: Failed login {"email":"x@example.org","username":"admin","ip":"203.0.113.101"}
203.0.113.102 :: 06:10:02.123 [info] POST /session from 203.0.113.102: invalid email or password, attempt 3
203.0.113.103 :: 2026-11-12 06:10:03 +0000 [security] honeypot field filled by 203.0.113.103, comment discarded
203.0.113.104 :: INFO:     203.0.113.104:40112 - "POST /token HTTP/1.1" 401 Unauthorized
203.0.113.105 :: Nov 12 06:10:05 web suhosin[812]: ALERT - tried to register forbidden variable 'GLOBALS' through GET variables (attacker '203.0.113.105', file '/var/www/index.php')
203.0.113.106 :: 2026-11-12T06:10:06Z warn: 2FA code rejected for amy (203.0.113.106)
203.0.113.107 :: 2026-11-12T06:10:07Z rate-limiter: 429 for 203.0.113.107, 120 requests in 60 s
- :: INFO:     198.51.100.4:40113 - "GET /items/7 HTTP/1.1" 404 Not Found
- :: [2026-11-12 06:10:09] production.ERROR: SQLSTATE[HY000] [2002] Connection refused {"ip":"198.51.100.4"}
- :: 06:10:10.123 [info] Sent 422 in 7ms, form invalid: name can't be blank, from 198.51.100.4
- :: 2026-11-12T06:10:11Z warn: import of users.csv by amy (198.51.100.4): 3 rows rejected
- :: 2026-11-12T06:10:12Z error: webhook to https://198.51.100.9/hook failed with 401
- :: [2026-11-12 06:10:13] production.INFO: Password reset mail sent {"email":"amy@example.org","ip":"198.51.100.4"}
- :: 2026-11-12T06:10:14Z info: session of amy (198.51.100.4) expired`,
  'boxes of video and voice': String.raw`
203.0.113.111 :: Nov 12 06:11:01 dvr1 Alarm: Illegal login, user admin, IP 203.0.113.111
203.0.113.112 :: Nov 12 06:11:02 sbc1 SIPD: REGISTER from 203.0.113.112 refused 403, aor unknown
203.0.113.113 :: 2026-11-12 06:11:03 mediamtx: [RTSP] [conn 203.0.113.113:40112] closed: authentication failed: wrong credentials
203.0.113.114 :: Nov 12 06:11:04 pbx2 security: InvalidPassword, ext=200, RemoteAddress=203.0.113.114:5060, LocalAddress=192.0.2.1:5060
- :: 2026-11-12 06:11:05 mediamtx: [RTSP] [conn 198.51.100.4:40113] opened
- :: Nov 12 06:11:06 dvr1 Event: video loss on channel 4
- :: Nov 12 06:11:07 pbx2 security: SuccessfulAuth, ext=201, RemoteAddress=198.51.100.4:5060, LocalAddress=192.0.2.1:5060
- :: Nov 12 06:11:08 sbc1 SIPD: INVITE to 198.51.100.9 failed 503, trying next gateway
- :: Nov 12 06:11:09 pbx2 security: ChallengeSent, ext=202, RemoteAddress=198.51.100.5:5060, LocalAddress=192.0.2.1:5060`,
  'own sentences in own tongues': String.raw`
203.0.113.121 :: 2026-11-12 06:12:01 WARN Fehlgeschlagener Anmeldeversuch: Benutzer=amy IP=203.0.113.121
203.0.113.122 :: 2026-11-12 06:12:02 WARN Mot de passe incorrect pour le compte amy (203.0.113.122)
203.0.113.123 :: 2026-11-12 06:12:03 WARN Acceso denegado al usuario amy desde la dirección 203.0.113.123
203.0.113.124 :: 2026-11-12 06:12:04 WARN Falha de autenticação do usuário amy a partir de 203.0.113.124
203.0.113.125 :: 2026-11-12 06:12:05 WARN Tentativo di accesso fallito per l'utente amy dall'indirizzo 203.0.113.125
203.0.113.126 :: 2026-11-12 06:12:06 WARN Ongeldig wachtwoord voor gebruiker amy, adres 203.0.113.126
203.0.113.127 :: 2026-11-12 06:12:07 WARN Felaktigt lösenord för konto amy från 203.0.113.127
203.0.113.128 :: 2026-11-12 06:12:08 WARN Доступ запрещён: пользователь amy, адрес 203.0.113.128
203.0.113.129 :: 2026-11-12 06:12:09 WARN 登录失败：账号 amy，IP 203.0.113.129
203.0.113.130 :: 2026-11-12 06:12:10 WARN 認証エラー ユーザー=amy 接続元=203.0.113.130
- :: 2026-11-12 06:12:11 INFO Inicio de sesión correcto: usuario amy desde 198.51.100.4
- :: 2026-11-12 06:12:12 INFO Пользователь amy вошёл с адреса 198.51.100.4
- :: 2026-11-12 06:12:13 ERROR Impossible d'ouvrir le fichier /tmp/x demandé par 198.51.100.4
- :: 2026-11-12 06:12:14 ERROR データベース 198.51.100.9 に接続できません
- :: 2026-11-12 06:12:15 ERROR Bestellung 812 von 198.51.100.4 konnte nicht gespeichert werden`,
}
