/** Pages, edges, voices and appliances. */
export const edges: Readonly<Record<string, string>> = {
  'panels of hosts': String.raw`
203.0.113.11 :: [2026-11-12 05:21:01 +0000] info [cpaneld] 203.0.113.11 - root "GET / HTTP/1.1" FAILED LOGIN cpaneld: access denied for root, reseller, and user password
203.0.113.12 :: 2026:11:12-05:21:02: '203.0.113.12' 3 failed login attempts. Account 'admin'
203.0.113.13 :: 2026-11-12 05:21:03 ERR [panel] Failed login attempt with login 'admin' from IP 203.0.113.13
203.0.113.14 :: Failed login for user 'ispadmin' from 203.0.113.14 at 2026-11-12 05:21:04 with session ID ab12
203.0.113.15 :: Nov 12 05:21:05 web froxlor: Login Action from 203.0.113.15: User: 'admin' Unknown user tried to login
- :: 2026-11-12 05:21:06 INFO [panel] 'Successful login' user amy from IP 198.51.100.4
- :: 2026:11:12-05:21:07: '198.51.100.4' successful login to 'amy' after 1 attempts
- :: 2026-11-12 05:21:08 ERR [panel] Unable to create the domain shop.example: DNS zone already exists`,
  'courses, tickets, wikis': String.raw`
203.0.113.21/amy :: 2026-11-12 05:22:01,123 http-nio-8080-exec-3 anonymous 1322x7x1 ab12 203.0.113.21 /login.jsp The user 'amy' has FAILED authentication. Failure count equals 2
203.0.113.22 :: [Thu Nov 12 05:22:02 2026] [php:notice] [pid 812] [client 203.0.113.22:40112] [course] Failed Login: moodleadmin
203.0.113.23 :: W, [2026-11-12T05:22:03.123456 #812]  WARN -- : Failed login for 'admin' from 203.0.113.23 at 2026-11-12 05:22:03 UTC
203.0.113.24 :: Nov 12 05:22:04 web glpi: [login@web] Connection failed for admin (203.0.113.24)
- :: 2026-11-12 05:22:05,123 http-nio-8080-exec-4 amy 1322x8x1 ab13 198.51.100.4 /secure/Dashboard.jspa The user 'amy' has PASSED authentication.
- :: I, [2026-11-12T05:22:06.123456 #812]  INFO -- : Current user: amy (id=3), completed 200 OK in 12ms for 198.51.100.4
- :: 2026-11-12 05:22:07,123 Caesium-1-4 ERROR ServiceRunner [c.a.mail] Could not connect to host: imap.example.org, port: 993`,
  'clouds of files at home': String.raw`
203.0.113.31 :: {"reqId":"a1","level":2,"time":"2026-11-12T05:23:01+00:00","remoteAddr":"203.0.113.31","user":"--","app":"no app in context","method":"POST","url":"/index.php/login","message":"Login failed: admin (Remote IP: 203.0.113.31)","userAgent":"curl"}
203.0.113.32 :: 2026-11-12 05:23:02,123 [WARNING] seahub.auth.views:155 login Login attempt limit reached, username: admin, ip: 203.0.113.32, attempts: 4
203.0.113.33/admin :: [05:23:03] [INF] [23] Jellyfin.Server.Implementations.Users.UserManager: Authentication request for admin has been denied (IP: 203.0.113.33).
203.0.113.34 :: Info App: AUTH-ERROR: 203.0.113.34 - Invalid username or password entered.
- :: {"reqId":"a2","level":3,"time":"2026-11-12T05:23:05+00:00","remoteAddr":"198.51.100.4","user":"amy","app":"files","method":"PUT","url":"/remote.php/dav/files/amy/x.txt","message":"Expected filesize of 912 bytes but read 12 bytes","userAgent":"Desktop"}
- :: [05:23:06] [INF] [24] Jellyfin.Server.Implementations.Session.SessionManager: Creating new access token for user amy from 198.51.100.4
- :: 2026-11-12 05:23:07,123 [ERROR] seahub.utils: Failed to get file size of library 8c1: repo not found`,
  'sharing and blocking at home': String.raw`
203.0.113.41 :: (W) 2026-11-12T05:24:01 - WebAPI login failure. Reason: invalid credentials, attempt count: 3, IP: ::ffff:203.0.113.41, username: admin
203.0.113.42 :: [2026-11-12 05:24:02] transmission-daemon: Blocked request from unauthorized address 203.0.113.42
203.0.113.43 :: 2026/11/12 05:24:03.123456 [info] auth: failed to login from ip "203.0.113.43": invalid username or password
203.0.113.44 :: [monitor] 2026/11/12 05:24:04 WARNING: Wrong credentials supplied during authentication from 203.0.113.44 (user "admin")
- :: (N) 2026-11-12T05:24:05 - WebAPI login success. IP: ::ffff:198.51.100.4
- :: [2026-11-12 05:24:06] transmission-daemon: Couldn't connect socket 44 to 198.51.100.31, port 51413 (errno 110 - Connection timed out)
- :: 2026/11/12 05:24:07.123456 [info] dnsproxy: upstream 198.51.100.53:53 failed to exchange: i/o timeout
- :: [monitor] 2026/11/12 05:24:08 INFO: Established secure connection to 8C1 at 192.0.2.1:22000-198.51.100.4:22000`,
  'search and dashboards': String.raw`
203.0.113.51/admin :: 11-12-2026 05:25:01.123 +0000 ERROR UiAuth - user=admin action=login status=failure reason=user-initiated session=ab12 clientip=203.0.113.51
203.0.113.52 :: 2026-11-12 05:25:02,123 WARN  [SessionsResource] Invalid username or password for user "admin" from 203.0.113.52
203.0.113.53/guest :: [2026-11-12 05:25:03 +0000] warning/authentication: User 'guest' failed to authenticate from 203.0.113.53
- :: 11-12-2026 05:25:04.123 +0000 INFO  AuditLogger - Audit:[user=amy, action=search, info=completed, total_run_time=0.12, event_count=7]
- :: 11-12-2026 05:25:05.123 +0000 WARN  TcpOutputProc - Cooked connection to ip=198.51.100.9:9997 timed out
- :: 2026-11-12 05:25:06,123 ERROR [IndexRotationThread] Couldn't point deflector to a new index
- :: [2026-11-12 05:25:07 +0000] information/ApiListener: New client connection for identity 'agent1' from [198.51.100.4]:40112`,
  'boards under the machines': String.raw`
203.0.113.61/root :: Nov 12 05:26:01 bmc7 IPMI: Login failed via IPMI over LAN, user root, source 203.0.113.61
203.0.113.62/ADMIN :: Nov 12 05:26:02 bmc8 webserver[812]: [AUTH] Unable to log in for ADMIN from 203.0.113.62 using GUI.
203.0.113.63 :: Nov 12 05:26:03 bmc9 #iLO 5: Browser login failure from: 203.0.113.63(host-63.example.net).
203.0.113.64 :: Nov 12 05:26:04 ups1 apc: Web user 'apc' attempted to log on with an incorrect password from 203.0.113.64.
- :: Nov 12 05:26:05 bmc9 #iLO 5: Browser login: amy - 198.51.100.4(laptop.example.org).
- :: Nov 12 05:26:06 bmc7 IPMI: Fan 4 is below the lower critical threshold
- :: Nov 12 05:26:07 ups1 apc: Test paragraph: battery failed self-test`,
  'edges, records of many makers': String.raw`
203.0.113.71 :: <134>1 2026-11-12T05:27:01Z gw1 CheckPoint 812 - [action:"Drop"; src:"203.0.113.71"; dst:"192.0.2.1"; proto:"6"; s_port:"40112"; service:"23"; rule:"9"]
203.0.113.72 :: id=sonic sn=00 time="2026-11-12 05:27:02" fw=192.0.2.1 pri=5 c=64 m=36 msg="TCP connection dropped" n=12 src=203.0.113.72:40113:X1 dst=192.0.2.1:22:X0 proto=tcp/ssh
203.0.113.73 :: Nov 12 05:27:03 wg firewall: Deny 0-External Firebox 44 tcp 20 244 203.0.113.73 192.0.2.1 40114 3389 offset 5 S (Unhandled External Packet-00)
203.0.113.74 :: Nov 12 05:27:04 usg kernel: [WAN_LOCAL-default-D]IN=eth0 OUT= MAC=aa SRC=203.0.113.74 DST=192.0.2.1 LEN=40 PROTO=TCP SPT=40115 DPT=8291
203.0.113.75 :: Nov 12 05:27:05 ns1 PPE-0 : default AAA LOGIN_FAILED 812 0 : User admin - Client_ip 203.0.113.75 - Failure_reason "External authentication server denied access" - Browser x
203.0.113.76 :: Nov 12 05:27:06 f5 notice httpd[812]: 01070417:5: AUDIT - user admin - RAW: httpd(pam_audit): User=admin tty=(unknown) host=203.0.113.76 failed to login after 1 attempts
203.0.113.77 :: Nov 12 05:27:07 sw %Jun 12 05:27:07:123 2026 H3C SSHS/6/SSHS_AUTH_FAIL: SSH user admin from 203.0.113.77 port 40116 failed to pass password authentication.
203.0.113.78 :: Nov 12 05:27:08 edge src="203.0.113.78:0" dst="192.0.2.1:0" msg="Failed login attempt to Device from http/https (incorrect password or inexistent username)" note="Access Control" user="admin"
- :: <134>1 2026-11-12T05:27:09Z gw1 CheckPoint 812 - [action:"Accept"; src:"198.51.100.4"; dst:"192.0.2.1"; proto:"6"; s_port:"40117"; service:"443"; rule:"3"]
- :: Nov 12 05:27:10 wg firewall: Allow 1-Trusted 0-External tcp 198.51.100.4 192.0.2.9 40118 443 (HTTPS-proxy-00)
- :: id=sonic sn=00 time="2026-11-12 05:27:11" fw=192.0.2.1 pri=6 c=1024 m=537 msg="Connection Closed" n=12 src=198.51.100.4:40119:X0 dst=192.0.2.9:443:X1 proto=tcp/https sent=912
- :: Nov 12 05:27:12 f5 err tmm[812]: 01010028:3: No members available for pool /Common/shop
- :: Nov 12 05:27:13 ns1 PPE-0 : default SSLLOG SSL_HANDSHAKE_SUCCESS 813 0 : SPCBId 7 - ClientIP 198.51.100.4 - ClientPort 40120 - VserverServiceIP 192.0.2.1`,
  'dialing in': String.raw`
203.0.113.81 :: Nov 12 05:28:01 gw pptpd[812]: CTRL: Client 203.0.113.81 control connection finished: bad authentication
203.0.113.82/amy :: Nov 12 05:28:02 gw xl2tpd[813]: CHAP authentication for amy failed, peer 203.0.113.82
203.0.113.83 :: 2026-11-12 05:28:03.123 [HUB "VPN"] Session CID-7: User authentication failed. Client IP address: 203.0.113.83. The user name that has been provided was "amy".
203.0.113.84 :: Nov 12 05:28:04 gw racoon: ERROR: phase1 negotiation failed due to time up. 192.0.2.1[500]<=>203.0.113.84[500] ab12:0000
203.0.113.85 :: 2026-11-12 05:28:05 gpgateway: GlobalProtect gateway user authentication failed. Login from: 203.0.113.85, User name: amy, Reason: Invalid username or password.
- :: Nov 12 05:28:06 gw pptpd[814]: CTRL: Client 198.51.100.4 control connection started
- :: Nov 12 05:28:07 gw pppd[815]: peer from calling number 198.51.100.4 authorized
- :: Nov 12 05:28:08 gw xl2tpd[816]: Connection established to 198.51.100.4, 1701. Local: 1, Remote: 2 (ref=0/0).
- :: 2026-11-12 05:28:09 gpgateway: GlobalProtect gateway user login succeeded. Login from: 198.51.100.4, User name: amy.
- :: Nov 12 05:28:10 gw racoon: INFO: ISAKMP-SA established 192.0.2.1[500]-198.51.100.4[500] spi:ab12`,
  'calls and streams': String.raw`
203.0.113.91 :: 812: session 7: realm <example.org> user <amy>: incoming packet ALLOCATE processed, error 401: Unauthorized, wrong credentials, remote 203.0.113.91:40112
203.0.113.92 :: [2026-11-12  05:29:02] WARN connection/connection_handle: Bad source password from 203.0.113.92 on mount /live
203.0.113.93 :: 05:29:03.123|W|StunServer: IP 203.0.113.93 has been blacklisted: too many failed authentications for extension 100
203.0.113.94 :: Nov 12 05:29:04 pbx yeastar[812]: SIP Register Failed: ext 200 from 203.0.113.94:5061, password error
203.0.113.95 :: 2026-11-12 05:29:05 rtmpd: publish denied: invalid stream key from 203.0.113.95 app=live
- :: [2026-11-12  05:29:06] INFO source/source_main: listener count on /live now 7
- :: 812: session 8: realm <example.org> user <>: incoming packet ALLOCATE processed, error 401: Unauthorized
- :: 05:29:07.123|I|CallMgr: Leg L:7.1[Extn:100] terminated: cause: BYE from 198.51.100.4
- :: 2026-11-12 05:29:08 rtmpd: publish start from 198.51.100.4 app=live stream=main`,
  'talk of today': String.raw`
203.0.113.101 :: 2026-11-12 05:30:01,123 - synapse.handlers.auth - 1402 - WARNING - POST-7 - Failed password login for user @amy:example.org from 203.0.113.101
203.0.113.102 :: {"timestamp":"2026-11-12 05:30:02.123 Z","level":"error","msg":"Login attempt unsuccessful","caller":"api4/user.go:1800","path":"/api/v4/users/login","ip_addr":"203.0.113.102","login_id":"admin","status_code":401}
203.0.113.103 :: {"level":40,"time":"2026-11-12T05:30:03.123Z","name":"System","msg":"Failed login detected - Username[admin] ClientAddress[203.0.113.103] ForwardedFor[-] UserAgent[curl]"}
203.0.113.104 :: [05:30:04] ircd: NOTICE: *** Notice -- Failed OPER attempt by amy (amy@203.0.113.104) [Incorrect Password]
- :: 2026-11-12 05:30:05,123 - synapse.access.http.8008 - 460 - INFO - POST-8 - 198.51.100.4 - 8008 - {@amy:example.org} Processed request: 0.012sec/0.001sec 912B 200 "POST /_matrix/client/r0/login HTTP/1.1"
- :: {"timestamp":"2026-11-12 05:30:06.123 Z","level":"warn","msg":"Failed to send mobile push","caller":"app/notification_push.go:90","error":"connect: connection refused"}
- :: 2026-11-12 05:30:07,123 - synapse.http.matrixfederationclient - 688 - WARNING - {PUT-O-7} [example.com] Request failed: PUT matrix://example.com/_matrix: 503 Service Unavailable`,
  'gates in front of pages': String.raw`
203.0.113.111 :: {"level":"error","ts":1762925461.123,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"203.0.113.111","remote_port":"40112","method":"GET","uri":"/wp-login.php","headers":{}},"status":404,"size":0}
203.0.113.112 :: [2026-11-12T05:31:02.123Z] "GET /.git/config HTTP/1.1" 403 - 0 12 1 - "203.0.113.112" "curl/8.0" "ab12" "example.org" "-"
203.0.113.113 :: 203.0.113.113 example.org - [12/Nov/2026:05:31:03 +0000] "POST /login HTTP/1.1" 401 57 "-" "python-requests/2.31" 0.012 "-"
203.0.113.114 :: 2026-11-12 05:31:04 W3SVC1 192.0.2.1 GET /admin.aspx - 443 - 203.0.113.114 Mozilla/5.0 - 404 0 2 12
203.0.113.115 :: 2026-11-12 05:31:05 192.0.2.1 POST /owa/auth.owa - 443 amy 203.0.113.115 Mozilla/5.0 - 401 1 1326 12
- :: {"level":"info","ts":1762925466.123,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"198.51.100.4","method":"GET","uri":"/","headers":{}},"status":200,"size":912}
- :: [2026-11-12T05:31:07.123Z] "GET /shop HTTP/1.1" 503 UF 91 12 1 - "198.51.100.4" "Mozilla/5.0" "ab13" "example.org" "198.51.100.9:8080"
- :: 2026-11-12 05:31:08 192.0.2.1 GET /index.html - 443 - 198.51.100.4 Mozilla/5.0 - 200 0 0 12
- :: 198.51.100.4 example.org - [12/Nov/2026:05:31:09 +0000] "GET /missing-page HTTP/1.1" 404 57 "-" "Mozilla/5.0" 0.012 "-"`,
  'plants and doors': String.raw`
203.0.113.121 :: 2026-11-12T05:32:01Z plc3 webserver: Login with user 'Administrator' failed, IP address 203.0.113.121
203.0.113.122 :: 2026-11-12T05:32:02Z scada opcua: session rejected, BadIdentityTokenInvalid, endpoint opc.tcp client 203.0.113.122:40112
203.0.113.123 :: Nov 12 05:32:03 nvr RTSP: unauthorized access attempt from 203.0.113.123, user "admin", wrong digest
- :: 2026-11-12T05:32:04Z scada opcua: session created for client 198.51.100.4:40113, security policy Basic256Sha256
- :: 2026-11-12T05:32:05Z plc3 io: module 4 reports wire break, value invalid
- :: Nov 12 05:32:06 door3 reader: badge 8812 denied, no access right for this door`,
}
