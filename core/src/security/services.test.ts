/** Lines as a hundred kinds of service write them. None of them is named in the code: understanding must be general. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text } from '@errorsense/adapters/runtime/text.ts'
import { readableEngine } from '../readable-engine.ts'
import type { SecurityEvent } from './event.ts'
import { securityReader } from './reader.ts'
import { sessionJoin } from './session-join.ts'

/** Kind, address and account of each line; `-` where it must tell nothing. */
type Expected = '-' | `${'auth_failure' | 'auth_success' | 'probe' | 'abuse' | 'scan' | 'hostile'} ${string}`

const services: Record<string, [line: string, expected: Expected][]> = {
  dovecot: [
    [
      'Nov 12 03:11:51 mx dovecot: imap-login: Disconnected (auth failed, 3 attempts in 15 secs): user=<info@example.org>, method=PLAIN, rip=203.0.113.7, lip=192.0.2.1, TLS, session=<k2j8Xk>',
      'auth_failure 203.0.113.7 info@example.org',
    ],
    [
      'Nov 12 03:11:53 mx dovecot: pop3-login: Aborted login (no auth attempts in 10 secs): user=<>, rip=203.0.113.9, lip=192.0.2.1, TLS',
      '-',
    ],
    ['Nov 12 03:12:02 mx dovecot: auth-worker(2711): pam(bob,203.0.113.8): unknown user', 'auth_failure 203.0.113.8'],
    [
      'Nov 12 03:12:08 mx dovecot: imap-login: Login: user=<amy@example.org>, method=PLAIN, rip=198.51.100.4, lip=192.0.2.1, mpid=4412, TLS',
      '-',
    ],
  ],
  postfix: [
    [
      'Nov 12 03:20:01 mx postfix/smtpd[2711]: warning: unknown[203.0.113.20]: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
      'auth_failure 203.0.113.20',
    ],
    [
      'Nov 12 03:20:05 mx postfix/smtpd[2712]: NOQUEUE: reject: RCPT from unknown[203.0.113.21]: 554 5.7.1 <a@example.net>: Relay access denied; from=<x@example.com> to=<a@example.net> proto=ESMTP helo=<win>',
      'hostile 203.0.113.21',
    ],
    ['Nov 12 03:20:08 mx postfix/smtpd[2713]: connect from unknown[198.51.100.8]', '-'],
    ['Nov 12 03:20:09 mx postfix/smtpd[2713]: connect from mail.example.com[198.51.100.9]', '-'],
    [
      'Nov 12 03:20:09 mx postfix/smtp[2714]: 4ABC1: to=<a@example.net>, relay=mail.example.net[198.51.100.10]:25, delay=1.1, status=sent (250 ok)',
      '-',
    ],
  ],
  vsftpd: [
    ['Tue Nov 12 03:22:01 2024 [pid 3121] [admin] FAIL LOGIN: Client "203.0.113.22"', 'auth_failure 203.0.113.22'],
    ['Tue Nov 12 03:22:04 2024 [pid 3121] [amy] OK LOGIN: Client "198.51.100.4"', '-'],
  ],
  'nginx basic auth': [
    [
      '2026/11/12 03:24:01 [error] 77#77: *12 user "admin": password mismatch, client: 203.0.113.23, server: example.org, request: "GET /private HTTP/1.1", host: "example.org"',
      'auth_failure 203.0.113.23 admin',
    ],
    [
      '2026/11/12 03:24:05 [error] 77#77: *13 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.4, server: example.org, request: "GET / HTTP/1.1", upstream: "http://127.0.0.1:3000/"',
      '-',
    ],
    [
      '2026/11/12 03:24:07 [error] 77#77: *14 limiting requests, excess: 20.560 by zone "login", client: 203.0.113.24, server: example.org, request: "POST /login HTTP/1.1"',
      'abuse 203.0.113.24',
    ],
  ],
  'apache basic auth': [
    [
      '[Thu Nov 12 03:25:01.123456 2026] [auth_basic:error] [pid 812:tid 14] [client 203.0.113.25:40112] AH01617: user amy: authentication failure for "/private": Password Mismatch',
      'auth_failure 203.0.113.25 amy',
    ],
    [
      '[Thu Nov 12 03:25:03.123456 2026] [core:error] [pid 812] [client 198.51.100.4:40113] AH00124: Request exceeded the limit of 10 internal redirects due to probable configuration error.',
      'hostile 198.51.100.4',
    ],
  ],
  vaultwarden: [
    [
      '[2026-11-12 03:26:01.001][vaultwarden::api::identity][ERROR] Username or password is incorrect. Try again. IP: 203.0.113.26. Username: amy@example.org.',
      'auth_failure 203.0.113.26 amy@example.org',
    ],
    [
      '[2026-11-12 03:26:04.001][vaultwarden::api::admin][ERROR] Invalid admin token. IP: 203.0.113.27',
      'hostile 203.0.113.27',
    ],
  ],
  gitea: [
    [
      '2026/11/12 03:27:01 ...ers/web/auth/auth.go:210:SignInPost() [I] Failed authentication attempt for amy from 203.0.113.28:0: user does not exist [uid: 0, name: amy]',
      'auth_failure 203.0.113.28 amy',
    ],
    [
      '2026/11/12 03:27:05 ...eb/routing/logger.go:102:func1() [I] router: completed GET /amy/repo for 198.51.100.4:0, 200 OK in 12.3ms @ repo/view.go:10',
      '-',
    ],
  ],
  nextcloud: [
    [
      '{"reqId":"aZ1","level":2,"time":"2026-11-12T03:28:01+00:00","remoteAddr":"203.0.113.29","user":"--","app":"core","method":"POST","url":"/login","message":"Login failed: amy (Remote IP: 203.0.113.29)","userAgent":"Mozilla/5.0","version":"30.0.1"}',
      'auth_failure 203.0.113.29',
    ],
    [
      '{"reqId":"aZ2","level":2,"time":"2026-11-12T03:28:05+00:00","remoteAddr":"203.0.113.30","user":"--","app":"core","method":"GET","url":"/","message":"Trusted domain error. \\"203.0.113.30\\" tried to access using \\"evil.example\\" as host.","version":"30.0.1"}',
      '-',
    ],
  ],
  keycloak: [
    [
      '2026-11-12 03:29:01,101 WARN  [org.keycloak.events] (executor-thread-9) type="LOGIN_ERROR", realmId="m", clientId="web", userId="null", ipAddress="203.0.113.31", error="user_not_found", auth_method="openid-connect", username="amy"',
      'auth_failure 203.0.113.31 amy',
    ],
    [
      '2026-11-12 03:29:04,101 DEBUG [org.keycloak.events] (executor-thread-9) type="LOGIN", realmId="m", clientId="web", userId="8c1", ipAddress="198.51.100.4", auth_method="openid-connect", username="amy"',
      '-',
    ],
  ],
  grafana: [
    [
      'logger=context userId=0 orgId=0 uname= t=2026-11-12T03:30:01.1Z level=error msg="Invalid username or password" error="user not found" remote_addr=203.0.113.32 traceID=',
      'auth_failure 203.0.113.32',
    ],
    [
      'logger=context userId=1 orgId=1 uname=amy t=2026-11-12T03:30:05.1Z level=info msg="Request Completed" method=GET path=/api/live/ws status=0 remote_addr=198.51.100.4 time_ms=1',
      '-',
    ],
  ],
  postgres: [
    [
      '2026-11-12 03:31:01.123 UTC [8123] postgres@app 203.0.113.33(51234) FATAL:  password authentication failed for user "postgres"',
      'auth_failure 203.0.113.33 postgres',
    ],
    [
      '2026-11-12 03:31:04.123 UTC [8124] [unknown]@[unknown] 203.0.113.34(51235) FATAL:  no pg_hba.conf entry for host "203.0.113.34", user "root", database "app", no encryption',
      'hostile 203.0.113.34',
    ],
    [
      '2026-11-12 03:31:05.123 UTC [8125] app@app 198.51.100.4(51236) ERROR:  duplicate key value violates unique constraint "orders_pkey"',
      '-',
    ],
  ],
  mysql: [
    [
      "2026-11-12T03:32:01.123456Z 41 [Note] [MY-010926] [Server] Access denied for user 'root'@'203.0.113.35' (using password: YES)",
      'auth_failure 203.0.113.35 root',
    ],
    [
      "2026-11-12T03:32:05.123456Z 42 [Note] [MY-010914] [Server] Aborted connection 42 to db: 'app' user: 'app' host: '198.51.100.4' (Got timeout reading communication packets).",
      '-',
    ],
  ],
  mssql: [
    [
      "2026-11-12 03:33:01.12 Logon       Login failed for user 'sa'. Reason: Password did not match that for the login provided. [CLIENT: 203.0.113.36]",
      'auth_failure 203.0.113.36 sa',
    ],
    ['2026-11-12 03:33:01.12 Logon       Error: 18456, Severity: 14, State: 8.', '-'],
  ],
  redis: [
    [
      '8123:M 12 Nov 2026 03:34:01.123 # Possible SECURITY ATTACK detected. It looks like somebody is sending POST or Host: commands to Redis. Connection from 203.0.113.37:51234 aborted.',
      'hostile 203.0.113.37',
    ],
    ['8123:M 12 Nov 2026 03:34:05.123 * Replica 198.51.100.4:6379 asks for synchronization', '-'],
  ],
  mongodb: [
    [
      '{"t":{"$date":"2026-11-12T03:35:01.123+00:00"},"s":"I","c":"ACCESS","id":20249,"ctx":"conn12","msg":"Authentication failed","attr":{"mechanism":"SCRAM-SHA-256","principalName":"admin","authenticationDatabase":"admin","client":"203.0.113.38:51234","result":"UserNotFound: Could not find user"}}',
      'auth_failure 203.0.113.38 admin',
    ],
    [
      '{"t":{"$date":"2026-11-12T03:35:05.123+00:00"},"s":"I","c":"NETWORK","id":22943,"ctx":"listener","msg":"Connection accepted","attr":{"remote":"198.51.100.4:51235","connectionId":13}}',
      '-',
    ],
  ],
  openvpn: [
    [
      'Nov 12 03:36:01 gw openvpn[991]: 203.0.113.39:1194 TLS Auth Error: Auth Username/Password verification failed for peer',
      'auth_failure 203.0.113.39',
    ],
    ['Nov 12 03:36:05 gw openvpn[991]: 203.0.113.40:41212 TLS Error: TLS handshake failed', 'hostile 203.0.113.40'],
    ['Nov 12 03:36:09 gw openvpn[991]: amy/198.51.100.4:41213 MULTI: Learn: 10.8.0.6 -> amy/198.51.100.4:41213', '-'],
  ],
  'wireguard page': [
    [
      '{"time":"2026-11-12T03:37:01Z","level":"WARN","prefix":"echo","file":"routes.go","line":"88","message":"Invalid credentials. Cannot login user amy from IP 203.0.113.41"}',
      'auth_failure 203.0.113.41 amy',
    ],
  ],
  windows: [
    [
      '<13>Nov 12 03:38:01 DC01 Security: 4625: An account failed to log on. Subject: Security ID: S-1-0-0 Account Name: - Logon Type: 3 Account For Which Logon Failed: Account Name: "administrator" Failure Reason: Unknown user name or bad password. Network Information: Workstation Name: WIN7 Source Network Address: 203.0.113.42 Source Port: 51234',
      'auth_failure 203.0.113.42',
    ],
    [
      '{"EventID":4625,"Channel":"Security","Message":"An account failed to log on.","TargetUserName":"administrator","IpAddress":"203.0.113.43","LogonType":10}',
      'auth_failure 203.0.113.43 administrator',
    ],
    [
      '{"EventID":4624,"Channel":"Security","Message":"An account was successfully logged on.","TargetUserName":"amy","IpAddress":"198.51.100.4","LogonType":10}',
      'auth_success 198.51.100.4 amy',
    ],
  ],
  'sudo and su': [
    ['Nov 12 03:39:01 web sudo: amy : TTY=pts/0 ; PWD=/home/amy ; USER=root ; COMMAND=/usr/bin/id', '-'],
    ['Nov 12 03:39:05 web su[1881]: pam_unix(su:session): session opened for user root(uid=0) by amy(uid=1000)', '-'],
  ],
  cockpit: [
    [
      'Nov 12 03:40:01 web cockpit-session[2210]: pam_unix(cockpit:auth): authentication failure; logname= uid=0 euid=0 tty= ruser= rhost=203.0.113.44  user=root',
      'auth_failure 203.0.113.44 root',
    ],
  ],
  'home assistant': [
    [
      "2026-11-12 03:41:01.123 WARNING (MainThread) [homeassistant.components.http.ban] Login attempt or request with invalid authentication from scan.example.net (203.0.113.45). Requested URL: '/auth/login_flow/ab'. (Mozilla/5.0)",
      'auth_failure 203.0.113.45',
    ],
    [
      '2026-11-12 03:41:05.123 WARNING (MainThread) [homeassistant.components.http.ban] Banned IP 203.0.113.46 for too many login attempts',
      'hostile 203.0.113.46',
    ],
  ],
  jenkins: [
    [
      '2026-11-12 03:42:01.123+0000 [id=31] WARNING h.s.BasicAuthenticationFilter: Failed login attempt for user admin from 203.0.113.47',
      'auth_failure 203.0.113.47 admin',
    ],
  ],
  proxmox: [
    [
      'Nov 12 03:43:01 pve pvedaemon[1401]: authentication failure; rhost=::ffff:203.0.113.48 user=root@pam msg=Authentication failure',
      'auth_failure 203.0.113.48 root@pam',
    ],
    ["Nov 12 03:43:05 pve pvedaemon[1401]: <root@pam> successful auth for user 'root@pam'", '-'],
  ],
  haproxy: [
    [
      'Nov 12 03:44:01 lb haproxy[14389]: 203.0.113.49:33317 [12/Nov/2026:03:44:01.655] www~ app/s1 10/0/30/69/109 401 2750 - - ---- 1/1/1/1/0 0/0 "POST /login HTTP/1.1"',
      'auth_failure 203.0.113.49',
    ],
    [
      'Nov 12 03:44:05 lb haproxy[14389]: 203.0.113.50:33318 [12/Nov/2026:03:44:05.100] www~/1: SSL handshake failure',
      'hostile 203.0.113.50',
    ],
    [
      'Nov 12 03:44:06 lb haproxy[14389]: 198.51.100.4:33319 [12/Nov/2026:03:44:06.655] www~ app/s1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET / HTTP/1.1"',
      '-',
    ],
  ],
  traefik: [
    [
      '203.0.113.51 - amy [12/Nov/2026:03:45:01 +0000] "GET /dashboard/ HTTP/1.1" 401 17 "-" "-" 12 "auth@docker" "-" 0ms',
      'auth_failure 203.0.113.51 amy',
    ],
    [
      '{"ClientHost":"203.0.113.52","RequestMethod":"GET","RequestPath":"/.env","DownstreamStatus":404,"OriginStatus":404,"time":"2026-11-12T03:45:05Z","level":"info","msg":""}',
      'probe 203.0.113.52',
    ],
    ['198.51.100.4 - - [12/Nov/2026:03:45:07 +0000] "GET / HTTP/1.1" 401 17 "-" "-" 12 "auth@docker" "-" 0ms', '-'],
  ],
  iptables: [
    [
      'Nov 12 03:46:01 gw kernel: [UFW BLOCK] IN=eth0 OUT= MAC=aa:bb:cc:dd:ee:ff:11:22:33:44:55:66:08:00 SRC=203.0.113.53 DST=192.0.2.1 LEN=40 TTL=244 ID=54321 PROTO=TCP SPT=41212 DPT=23 WINDOW=65535 SYN URGP=0',
      'scan 203.0.113.53',
    ],
    [
      'Nov 12 03:46:05 gw kernel: [UFW ALLOW] IN=eth0 OUT= SRC=198.51.100.4 DST=192.0.2.1 LEN=40 PROTO=TCP SPT=41213 DPT=443',
      '-',
    ],
  ],
  fortigate: [
    [
      'date=2026-11-12 time=03:47:01 devname="fw1" logid="0000000013" type="traffic" subtype="forward" level="notice" srcip=203.0.113.54 srcport=51234 dstip=192.0.2.2 dstport=3389 proto=6 action="deny" policyid=0',
      'scan 203.0.113.54',
    ],
    [
      'date=2026-11-12 time=03:47:05 devname="fw1" type="event" subtype="system" level="alert" logdesc="Admin login failed" user="admin" ui="https(203.0.113.55)" method="https" srcip=203.0.113.55 dstip=192.0.2.2 action="login" status="failed" reason="name_invalid" msg="Administrator admin login failed from https(203.0.113.55) because of invalid user name"',
      'hostile 203.0.113.55',
    ],
    [
      'date=2026-11-12 time=03:47:09 devname="fw1" type="traffic" subtype="forward" srcip=198.51.100.4 srcport=51235 dstip=192.0.2.2 dstport=443 proto=6 action="accept" policyid=3',
      '-',
    ],
  ],
  cisco: [
    [
      'Nov 12 03:48:01 asa : %ASA-6-113005: AAA user authentication Rejected : reason = Invalid password : server = 192.0.2.9 : user = amy : user IP = 203.0.113.56',
      'auth_failure 203.0.113.56',
    ],
    [
      'Nov 12 03:48:05 sw1 1234: %SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: admin] [Source: 203.0.113.57] [localport: 22] [Reason: Login Authentication Failed] at 03:48:05 UTC Thu Nov 12 2026',
      'auth_failure 203.0.113.57 admin',
    ],
  ],
  cloudtrail: [
    [
      '{"eventTime":"2026-11-12T03:49:01Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.58","userIdentity":{"type":"IAMUser","userName":"amy"},"responseElements":{"ConsoleLogin":"Failure"},"errorMessage":"Failed authentication"}',
      'auth_failure 203.0.113.58 amy',
    ],
    [
      '{"eventTime":"2026-11-12T03:49:05Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","sourceIPAddress":"198.51.100.4","userIdentity":{"type":"IAMUser","userName":"amy"},"responseElements":{"ConsoleLogin":"Success"}}',
      'auth_success 198.51.100.4 amy',
    ],
  ],
  'own web service': [
    [
      '{"level":"warn","time":"2026-11-12T03:50:01Z","event":"login","success":false,"username":"amy","clientIp":"203.0.113.59"}',
      'auth_failure 203.0.113.59 amy',
    ],
    [
      '{"level":"info","time":"2026-11-12T03:50:05Z","event":"login","success":true,"username":"amy","clientIp":"198.51.100.4"}',
      'auth_success 198.51.100.4 amy',
    ],
    [
      '{"level":"info","time":"2026-11-12T03:50:06Z","msg":"order placed","userId":"81","failed":0,"ip":"198.51.100.4"}',
      '-',
    ],
    [
      '2026-11-12T03:50:07Z WARN  AuthController - Invalid password for user amy from 203.0.113.60',
      'auth_failure 203.0.113.60 amy',
    ],
    [
      '2026-11-12 03:50:09 INFO  access - method=POST path=/api/login status=401 remote=203.0.113.61 user=amy duration=12ms',
      'auth_failure 203.0.113.61',
    ],
    [
      '2026-11-12T03:50:11Z ERROR PaymentClient - failed to connect to gateway 198.51.100.5:443: connection refused',
      '-',
    ],
  ],
  drupal: [
    [
      'Nov 12 03:51:01 web drupal: https://example.org|1762918261|user|203.0.113.62|https://example.org/user/login||0||Login attempt failed for amy.',
      'auth_failure 203.0.113.62',
    ],
  ],
  wordpress: [
    [
      'Nov 12 03:52:01 web wordpress(example.org)[2812]: Authentication failure for admin from 203.0.113.63',
      'auth_failure 203.0.113.63 admin',
    ],
    [
      '203.0.113.64 - - [12/Nov/2026:03:52:05 +0000] "GET /wp-content/plugins/x/../../../wp-config.php HTTP/1.1" 403 199 "-" "-"',
      'probe 203.0.113.64',
    ],
  ],
  squid: [
    ['1762918381.123      4 203.0.113.65 TCP_DENIED/407 3891 GET http://example.net/ - HIER_NONE/- text/html', '-'],
  ],
  bind: [
    [
      "12-Nov-2026 03:53:01.123 security: info: client @0x7f 203.0.113.66#51234 (example.net): query (cache) 'example.net/ANY/IN' denied",
      'hostile 203.0.113.66',
    ],
    [
      '12-Nov-2026 03:53:05.123 queries: info: client @0x7f 198.51.100.4#51235 (example.org): query: example.org IN A + (192.0.2.1)',
      '-',
    ],
  ],
  sendmail: [
    [
      'Nov 12 03:54:01 mx sm-mta[2813]: AUTH failure (LOGIN): authentication failure (-13) SASL(-13): authentication failure: checkpass failed, relay=[203.0.113.67]',
      'auth_failure 203.0.113.67',
    ],
  ],
  samba: [
    [
      'Nov 12 03:55:01 nas smbd[3111]: Auth: [SMB2,(null)] user [WORK]\\[admin] at [Thu, 12 Nov 2026 03:55:01 UTC] with [NTLMv2] status [NT_STATUS_WRONG_PASSWORD] workstation [WIN7] remote host [ipv4:203.0.113.68:51234] mapped to [WORK]\\[admin]. local host [ipv4:192.0.2.3:445]',
      'auth_failure 203.0.113.68',
    ],
  ],
  kubernetes: [
    [
      '{"kind":"Event","level":"Metadata","verb":"list","user":{"username":"system:anonymous"},"sourceIPs":["203.0.113.69"],"responseStatus":{"status":"Failure","message":"secrets is forbidden: User \\"system:anonymous\\" cannot list resource","reason":"Forbidden","code":403},"requestURI":"/api/v1/secrets"}',
      'hostile 203.0.113.69',
    ],
  ],
  freeradius: [
    [
      'Thu Nov 12 03:56:01 2026 : Auth: (12) Login incorrect (pap: Cleartext password does not match): [amy] (from client nas1 port 0 cli 203.0.113.70)',
      'auth_failure 203.0.113.70',
    ],
  ],
  teamspeak: [
    [
      '2026-11-12 03:57:01.123|INFO    |Query         |   |login failed for account "serveradmin" from 203.0.113.71:51234',
      'auth_failure 203.0.113.71 serveradmin',
    ],
  ],
  'other tongues': [
    [
      'Nov 12 03:58:01 web app[77]: Anmeldung fehlgeschlagen für Benutzer amy von 203.0.113.72',
      'auth_failure 203.0.113.72',
    ],
    [
      "Nov 12 03:58:02 web app[78]: Échec de connexion de l'utilisateur amy depuis 203.0.113.73",
      'auth_failure 203.0.113.73',
    ],
    [
      'Nov 12 03:58:03 web app[79]: Contraseña incorrecta para el usuario amy desde 203.0.113.74',
      'auth_failure 203.0.113.74',
    ],
    ['Nov 12 03:58:04 web app[80]: 用户 amy 登录失败 203.0.113.75', 'auth_failure 203.0.113.75'],
    ['Nov 12 03:58:05 web app[81]: Неверный пароль пользователя amy от 203.0.113.76', 'auth_failure 203.0.113.76'],
  ],
  courier: [
    ['Nov 12 04:01:01 mx courierlogger: LOGIN FAILED, user=root, ip=[::ffff:203.0.113.1]', 'hostile 203.0.113.1'],
  ],
  'courier smtp': [
    [
      'Nov 12 04:01:02 mx courieresmtpd: error,relay=::ffff:203.0.113.1,msg="535 Authentication failed.",cmd: AUTH PLAIN dGVz',
      'hostile 203.0.113.1',
    ],
  ],
  cyrus: [
    [
      'Nov 12 04:01:03 mx imap[223]: badlogin: host-2.example.net [203.0.113.2] plaintext root SASL(-13): authentication failure: Password verification failed',
      'hostile 203.0.113.2',
    ],
  ],
  ejabberd: [
    [
      '2026-11-12 04:01:04.123 [info] <0.5866.1>@ejabberd_c2s:wait_for_feature_request:662 (<0.5866.1>) Failed authentication for amy@example.org from 203.0.113.3',
      'hostile 203.0.113.3',
    ],
  ],
  freeswitch: [
    [
      "2026-11-12 04:01:05.123456 [WARNING] sofia_reg.c:1728 SIP auth failure (REGISTER) on sofia profile 'internal' for [1000@192.0.2.1] from ip 203.0.113.4",
      'hostile 203.0.113.4',
    ],
  ],
  'freeswitch challenge': [
    ['2026-11-12 04:01:06.123456 [NOTICE] switch_channel.c:1075 New Channel sofia/internal/1000@192.0.2.1 [6f]', '-'],
  ],
  gitlab: [
    [
      '{"severity":"WARN","time":"2026-11-12T04:01:07Z","message":"Failed Login: username=amy ip=203.0.113.5"}',
      'hostile 203.0.113.5',
    ],
  ],
  guacamole: [
    [
      '04:01:08.123 [http-nio-8080-exec-1] WARN  o.a.g.r.auth.AuthenticationService - Authentication attempt from 203.0.113.6 for user "amy" failed.',
      'hostile 203.0.113.6',
    ],
  ],
  horde: [
    [
      'Nov 12 04:01:09 web HORDE: [horde] FAILED LOGIN for amy [203.0.113.7] to Horde [pid 1010 on line 131 of "/var/www/login.php"]',
      'hostile 203.0.113.7',
    ],
  ],
  lighttpd: [
    [
      "2026-11-12 04:01:10: (http_auth.c.877) password doesn't match for /secret username: amy, IP: 203.0.113.8",
      'hostile 203.0.113.8',
    ],
  ],
  monit: [
    [
      "[UTC Nov 12 04:01:11] error    : HttpRequest: access denied -- client [203.0.113.9]: unknown user 'amy'",
      'hostile 203.0.113.9',
    ],
  ],
  murmur: [
    [
      '<W>2026-11-12 04:01:12.123 1 => <12:amy(-1)> Rejected connection from 203.0.113.10:51234: Wrong certificate or password for existing user',
      'hostile 203.0.113.10',
    ],
  ],
  nagios: [['Nov 12 04:01:13 mon nrpe[2212]: Host 203.0.113.11 is not allowed to talk to us!', 'hostile 203.0.113.11']],
  'named refused': [
    [
      "Nov 12 04:01:14 ns named[1212]: client 203.0.113.12#51234: query (cache) 'example.net/A/IN' denied",
      'hostile 203.0.113.12',
    ],
  ],
  openwebmail: [
    [
      'Thu Nov 12 04:01:15 2026 - [1212] (203.0.113.13) amy - login error - no such user - loginname=amy',
      'hostile 203.0.113.13',
    ],
  ],
  phpmyadmin: [
    [
      'Nov 12 04:01:16 web phpMyAdmin[1213]: user denied: root (mysql-denied) from 203.0.113.14',
      'hostile 203.0.113.14',
    ],
  ],
  squirrelmail: [
    [
      '11/12/2026 04:01:18 [LOGIN_ERROR] amy (example.org) from 203.0.113.16: Unknown user or password incorrect.',
      'hostile 203.0.113.16',
    ],
  ],
  slapd: [
    ['Nov 12 04:01:19 ldap slapd[1215]: conn=1008 fd=14 ACCEPT from IP=198.51.100.4:41212 (IP=0.0.0.0:389)', '-'],
  ],
  softether: [
    [
      '2026-11-12 04:01:20.123 Connection "CID-1": User authentication failed. The user name that has been provided was "amy", from 203.0.113.17.',
      'hostile 203.0.113.17',
    ],
  ],
  sogo: [
    [
      "Nov 12 04:01:21 sogod [1216]: SOGoRootPage Login from '203.0.113.18' for user 'amy' might not have worked - password policy: 65535  grace: -1",
      'hostile 203.0.113.18',
    ],
  ],
  'solid-pop3d': [
    [
      'Nov 12 04:01:22 mx solid-pop3d[1217]: authentication failed: no such user: amy - 203.0.113.19',
      'hostile 203.0.113.19',
    ],
  ],
  stunnel: [
    [
      '2026.11.12 04:01:23 LOG3[1218:1219]: SSL_accept: 140890C7: error:140890C7:SSL routines:SSL3_GET_CLIENT_CERTIFICATE:peer did not return a certificate from 203.0.113.20:51234',
      'hostile 203.0.113.20',
    ],
  ],
  tine: [
    [
      'a1 amy - 2026-11-12T04:01:24+00:00 WARN (4): Tinebase_Controller::login::106 Login with username amy from 203.0.113.21 failed (-3)!',
      'hostile 203.0.113.21',
    ],
  ],
  webmin: [['Nov 12 04:01:25 web webmin[1220]: Invalid login as root from 203.0.113.22', 'hostile 203.0.113.22']],
  webmin2: [['Nov 12 04:01:26 web webmin[1221]: Non-existent login as amy from 203.0.113.23', 'hostile 203.0.113.23']],
  wuftpd: [
    ['Nov 12 04:01:27 ftp wu-ftpd[1222]: failed login from host-24.example.net [203.0.113.24]', 'hostile 203.0.113.24'],
  ],
  xinetd: [['Nov 12 04:01:28 host xinetd[1223]: FAIL: telnet address from=203.0.113.25', 'hostile 203.0.113.25']],
  routeros: [
    [
      'Nov 12 04:01:30 router system,error,critical login failure for user admin from 203.0.113.27 via ssh',
      'hostile 203.0.113.27',
    ],
  ],
  'mikrotik ok': [
    ['Nov 12 04:01:31 router system,info,account user admin logged in from 198.51.100.4 via winbox', '-'],
  ],
  zabbix: [['Nov 12 04:01:32 mon zabbix: Login failed "Admin" client IP 203.0.113.28', 'hostile 203.0.113.28']],
  znc: [['[2026-11-12 04:01:33] [amy] failed to login from 203.0.113.29', 'hostile 203.0.113.29']],
  perdition: [
    [
      'Nov 12 04:01:34 mx perdition.imaps[1225]: Auth: 203.0.113.30:51234->192.0.2.1:993 client-secure=ssl authorisation_id=NONE authentication_id="amy" server="192.0.2.9:143" protocol=IMAP4S status="failed: Re-Authentication Failure"',
      'hostile 203.0.113.30',
    ],
  ],
  portsentry: [
    [
      'Nov 12 04:01:35 host portsentry[1226]: attackalert: TCP SYN/Normal scan from host: host-31.example.net/203.0.113.31 to TCP port: 111',
      'hostile 203.0.113.31',
    ],
  ],
  scanlogd: [
    [
      'Nov 12 04:01:36 host scanlogd: 203.0.113.32:51234 to 192.0.2.1 ports 22, 23, 25, 80, 110, ..., fSrpauxy, TOS 00 @04:01:36',
      'hostile 203.0.113.32',
    ],
  ],
  'oracle ims': [
    [
      '<co ts="2026-11-12T04:01:37" pi="1.2" sc="tcp_submit" dr="+" ac="Q" tr="TCP|192.0.2.1|25|203.0.113.33|51234" ap="SMTP" mi="Bad password" us="amy@example.org" di="535 5.7.8 Bad username or password (Authentication failed)."/>',
      'hostile 203.0.113.33',
    ],
  ],
  kerio: [
    [
      "[12/Nov/2026 04:01:38] SMTP: User amy@example.org doesn't exist. Attempt from IP address 203.0.113.34.",
      'hostile 203.0.113.34',
    ],
  ],
  directadmin: [
    ["2026:11:12-04:01:39: '203.0.113.35' 2 failed login attempts. Account 'admin'", 'hostile 203.0.113.35'],
  ],
  screensharing: [
    [
      'Nov 12 04:01:40 mac screensharingd[1228]: Authentication: FAILED :: User Name: amy :: Viewer Address: 203.0.113.36 :: Type: DH',
      'hostile 203.0.113.36',
    ],
  ],
  sieve: [
    [
      'Nov 12 04:01:41 mx sieve[1229]: badlogin: host-37.example.net[203.0.113.37] PLAIN authentication failure',
      'hostile 203.0.113.37',
    ],
  ],
  assp: [
    [
      'Nov-12-26 04:01:42 id-1-1 203.0.113.38 [SMTP Error] 535 5.7.8 Error: authentication failed:',
      'hostile 203.0.113.38',
    ],
  ],
  '3proxy': [
    [
      '12-11-2026 04:01:43 PROXY.3128 00004 amy 203.0.113.39:51234 0.0.0.0:0 0 0 0 GET http://example.net/ authentication failed',
      'hostile 203.0.113.39',
    ],
  ],
  suhosin: [
    [
      "Nov 12 04:01:44 web suhosin[1230]: ALERT - configured request variable value length limit exceeded - dropped variable 'x' (attacker '203.0.113.40', file '/var/www/index.php')",
      'hostile 203.0.113.40',
    ],
  ],
  cups: [
    [
      'E [12/Nov/2026:04:01:45 +0000] [Client 7] Authentication failed for user amy from 203.0.113.41',
      'hostile 203.0.113.41',
    ],
  ],
  nsd: [
    [
      '[2026-11-12 04:01:46.123] nsd[1231]: info: axfr for example.org. from client 203.0.113.42 refused, no acl matches.',
      'hostile 203.0.113.42',
    ],
  ],
  'mumble denied ssl': [
    [
      '2026-11-12 04:01:47 TLS error from 203.0.113.43: handshake failed: tlsv1 alert unknown ca',
      'hostile 203.0.113.43',
    ],
  ],
  rsync: [
    [
      '2026/11/12 04:01:48 [1232] auth failed on module backup from host-44.example.net (203.0.113.44) for amy: password mismatch',
      'hostile 203.0.113.44',
    ],
  ],
  vnc: [
    [
      'Nov 12 04:01:49 host Xvnc[1233]: SConnection: AuthFailureException: Authentication failure from 203.0.113.45::51234',
      'hostile 203.0.113.45',
    ],
  ],
  mosquitto: [
    ['1762920110: Client <unknown> disconnected, not authorised, from 203.0.113.46:51234.', 'hostile 203.0.113.46'],
  ],
  elasticsearch: [
    [
      '[2026-11-12T04:01:51,123][INFO ][o.e.x.s.a.AuthenticationService] [n1] Authentication of [amy] was terminated by realm [reserved] - failed to authenticate user [amy], origin address [203.0.113.47:51234]',
      'hostile 203.0.113.47',
    ],
  ],
  minio: [
    [
      '{"level":"ERROR","time":"2026-11-12T04:01:52Z","api":{"name":"GetObject"},"remotehost":"203.0.113.48","error":{"message":"The Access Key Id you provided does not exist in our records."}}',
      'hostile 203.0.113.48',
    ],
  ],
  'spring boot': [
    [
      '2026-11-12T04:01:53.123Z  WARN 1 --- [nio-8080-exec-7] c.e.auth.LoginListener : Bad credentials for amy, remote address 203.0.113.49',
      'hostile 203.0.113.49',
    ],
  ],
  django: [['WARNING 2026-11-12 04:01:54,123 signals Login failed for amy (203.0.113.50)', 'hostile 203.0.113.50']],
  rails: [
    [
      'I, [2026-11-12T04:01:55.123456 #1234]  INFO -- : Started GET "/orders" for 198.51.100.4 at 2026-11-12 04:01:55 +0000',
      '-',
    ],
  ],
  'go service': [['2026/11/12 04:01:56 http: TLS handshake error from 198.51.100.4:51234: EOF', '-']],
  okta: [
    [
      '{"eventType":"user.session.start","outcome":{"result":"FAILURE","reason":"INVALID_CREDENTIALS"},"actor":{"alternateId":"amy@example.org"},"client":{"ipAddress":"203.0.113.51"},"published":"2026-11-12T04:01:57Z"}',
      'hostile 203.0.113.51',
    ],
  ],
  entra: [
    [
      '{"time":"2026-11-12T04:01:58Z","category":"SignInLogs","operationName":"Sign-in activity","resultType":"50126","resultDescription":"Invalid username or password.","callerIpAddress":"203.0.113.52","identity":"amy"}',
      'hostile 203.0.113.52',
    ],
  ],
  juniper: [
    [
      "Nov 12 04:01:59 fw sshd: SSHD_LOGIN_FAILED: Login failed for user 'root' from host '203.0.113.53'",
      'hostile 203.0.113.53',
    ],
  ],
  paloalto: [
    [
      'Nov 12 04:02:00 pa GlobalProtect portal user authentication failed. Login from: 203.0.113.54, User name: amy, Reason: Authentication failed: Invalid username or password.',
      'hostile 203.0.113.54',
    ],
  ],
  payments: [
    ['2026-11-12T04:02:01Z WARN payments - card declined for customer 8812 from 198.51.100.4: insufficient funds', '-'],
  ],
  'fields behind a sentence': [
    [
      'time="2026-11-12T07:10:05Z" level=warning msg="finished call" user=amy error="invalid password" remote=203.0.113.105',
      'auth_failure 203.0.113.105 amy',
    ],
    [
      'time="2026-11-12T07:10:06Z" level=warning msg="login failed" user=bob err="dial tcp 10.0.0.1:389: connection refused" remote=198.51.100.4',
      '-',
    ],
    [
      'time="2026-11-12T07:10:06Z" level=warning msg="request finished" path=/login error="template not found" remote=198.51.100.4',
      '-',
    ],
  ],
  cache: [['2026-11-12T04:02:02Z ERROR cache - failed to connect to 10.0.0.5:6379: connection refused', '-']],
  search: [['2026-11-12T04:02:03Z INFO search - no matching documents found for query from client 198.51.100.4', '-']],
  etl: [['2026-11-12T04:02:04Z ERROR etl - invalid row 17 in file users.csv uploaded by 198.51.100.4', '-']],
  health: [['2026-11-12T04:02:05Z WARN gateway - backend 10.0.0.9:8080 rejected connection, marking down', '-']],
  ntp: [
    [
      'Nov 12 04:02:06 host ntpd[88]: receive: Unexpected origin timestamp 0xe1 does not match aorg 0000000000.00000000 from server@198.51.100.4 xmt 0xe1',
      '-',
    ],
  ],
  dhcp: [
    [
      'Nov 12 04:02:07 gw dhcpd[99]: DHCPREQUEST for 198.51.100.4 from aa:bb:cc:dd:ee:ff via eth0: unknown lease 198.51.100.4.',
      '-',
    ],
  ],
  kernel: [
    ['Nov 12 04:02:08 host kernel: TCP: request_sock_TCP: Possible SYN flooding on port 443. Sending cookies.', '-'],
  ],
  systemd: [
    [
      "Nov 12 04:02:09 host systemd[1]: ssh@12-192.0.2.1:22-198.51.100.4:51234.service: Failed with result 'exit-code'.",
      '-',
    ],
  ],
}

const HOSTILE = new Set(['auth_failure', 'probe', 'abuse', 'scan'])

function tell(line: string): SecurityEvent | undefined {
  const engine = readableEngine({ text })
  const reader = securityReader({ text })
  const batch = engine.read({
    source: 'x.log',
    service: '',
    bytes: Buffer.from(`${line}\n`),
    receivedAt: Date.UTC(2026, 10, 12, 4),
  })
  const join = sessionJoin()
  const events: SecurityEvent[] = []
  reader.read(batch, Float64Array.of(Date.UTC(2026, 10, 12, 4)), engine, (event) => events.push(event))
  return [...join.take(events), ...join.flush().map(({ event }) => event)].find(({ kind }) => kind !== 'request')
}

for (const [service, lines] of Object.entries(services)) {
  for (const [line, expected] of lines) {
    test(`${service}: ${line.slice(0, 100)}`, () => {
      const told = tell(line)
      if (expected === '-')
        return assert.equal(told === undefined || !HOSTILE.has(told.kind) ? '-' : `${told.kind} ${told.ip}`, '-')
      const [kind, ip, user] = expected.split(' ')
      const said = told !== undefined && kind === 'hostile' && HOSTILE.has(told.kind) ? 'hostile' : told?.kind
      assert.deepEqual([said, told?.ip ?? told?.host, user && told?.user], [kind, ip, user])
    })
  }
}
