/** Only counted: further makers, none of them in the other lists. */
export const strangers: Readonly<Record<string, string>> = {
  'identity, events with a type': String.raw`
203.0.113.11 :: 2026-11-12 08:01:01,123 WARN  [org.keycloak.events] (executor-thread-7) type="LOGIN_ERROR", realmId="ab12", clientId="shop", userId="null", ipAddress="203.0.113.11", error="user_not_found", auth_method="openid-connect", username="amy"
203.0.113.12 :: 2026-11-12 08:01:02,123 WARN  [org.keycloak.events] (executor-thread-8) type="LOGIN_ERROR", realmId="ab12", clientId="shop", userId="ab13", ipAddress="203.0.113.12", error="invalid_user_credentials", auth_method="openid-connect", username="amy"
203.0.113.13 :: {"action":"login_failed","client_ip":"203.0.113.13","context":{"http_request":{"path":"/flows/executor/","method":"POST"},"username":"amy"},"event":"Created Event","level":"info","logger":"events.models","timestamp":"2026-11-12T08:01:03.123456"}
203.0.113.14 :: 2026-11-12 08:01:04,123 - 203.0.113.14 - WARN [net.shibboleth.idp.authn.impl.ValidateCredentials:812] - Profile Action ValidateCredentials: Login by 'amy' failed
203.0.113.15 :: Nov 12 08:01:05 sso simplesamlphp[812]: 4 STAT [ab12] Unsuccessful login attempt from 203.0.113.15.
- :: 2026-11-12 08:01:06,123 INFO  [org.keycloak.events] (executor-thread-9) type="LOGIN", realmId="ab12", clientId="shop", userId="ab14", ipAddress="198.51.100.4", auth_method="openid-connect", username="bob"
- :: 2026-11-12 08:01:07,123 INFO  [org.keycloak.events] (executor-thread-9) type="CODE_TO_TOKEN", realmId="ab12", clientId="shop", userId="ab14", ipAddress="198.51.100.4", grant_type="authorization_code"
- :: {"action":"login","client_ip":"198.51.100.4","context":{"auth_method":"password","http_request":{"path":"/flows/executor/","method":"POST"}},"event":"Created Event","level":"info","logger":"events.models","timestamp":"2026-11-12T08:01:08.123456"}
- :: 2026-11-12 08:01:09,123 - 198.51.100.4 - INFO [net.shibboleth.idp.authn.impl.ValidateCredentials:812] - Profile Action ValidateCredentials: Login by 'bob' succeeded
- :: 2026-11-12 08:01:10,123 ERROR [org.keycloak.services] (executor-thread-9) KC-SERVICES0029: Failed to send email, server 198.51.100.25 rejected sender`,
  'firewall, threats and system in columns': String.raw`
203.0.113.21/amy :: Nov 12 08:02:01 fw2 1,2026/11/12 08:02:01,0123456,SYSTEM,auth,0,2026/11/12 08:02:01,,auth-fail,users,0,0,general,medium,"failed authentication for user 'amy'. Reason: Invalid username/password. auth profile 'users', vsys 'vsys1', From: 203.0.113.21.",812,0x0
203.0.113.22 :: Nov 12 08:02:02 fw2 1,2026/11/12 08:02:02,0123456,THREAT,scan,2305,2026/11/12 08:02:02,203.0.113.22,192.0.2.1,0.0.0.0,0.0.0.0,,,,not-applicable,vsys1,untrust,untrust,ae1,,fwd,2026/11/12 08:02:02,0,1,0,0,0,0,0x0,hopopt,alert,"",SCAN: TCP Port Scan(8001),any,medium,client-to-server
203.0.113.23 :: id=firewall time="2026-11-12 08:02:03" fw="sns1" tz=+0000 startime="2026-11-12 08:02:03" pri=5 confid=01 slotlevel=2 ruleid=9 srcif="Ethernet0" srcifname="out" ipproto=tcp proto=ssh src=203.0.113.23 srcport=40112 dst=192.0.2.1 dstport=22 dstportname=ssh action=block logtype="filter"
203.0.113.24/admin :: id=firewall time="2026-11-12 08:02:04" fw="sns1" tz=+0000 startime="2026-11-12 08:02:04" error=4 user="admin" address=203.0.113.24 sessionid=0 msg="Authentication failed" logtype="server"
- :: Nov 12 08:02:05 fw2 1,2026/11/12 08:02:05,0123456,SYSTEM,auth,0,2026/11/12 08:02:05,,auth-success,users,0,0,general,informational,"authenticated for user 'bob'. auth profile 'users', vsys 'vsys1', server profile 'radius', server address '192.0.2.5', From: 198.51.100.4.",813,0x0
- :: Nov 12 08:02:06 fw2 1,2026/11/12 08:02:06,0123456,SYSTEM,vpn,0,2026/11/12 08:02:06,,ike-nego-p1-fail,gw7,0,0,general,informational,"IKE phase-1 negotiation is failed. Couldn't find configuration for IKE phase-1 request for peer gateway gw7",814,0x0
- :: id=firewall time="2026-11-12 08:02:07" fw="sns1" tz=+0000 startime="2026-11-12 08:02:07" pri=5 confid=01 slotlevel=2 ruleid=3 srcif="Ethernet1" srcifname="in" ipproto=tcp proto=https src=198.51.100.4 srcport=40113 dst=192.0.2.9 dstport=443 dstportname=https action=pass logtype="filter"
- :: id=firewall time="2026-11-12 08:02:08" fw="sns1" tz=+0000 startime="2026-11-12 08:02:08" pri=4 msg="Update of antispam failed: cannot reach 198.51.100.9" service=updater logtype="system"`,
  'branch boxes run from a cloud': String.raw`
203.0.113.31 :: <134>1 1762934461.123456789 mx64 security_event ids_alerted signature=1:29708:4 priority=1 timestamp=1762934461.100 dhost=00:11:22:33:44:55 direction=ingress protocol=tcp/ip src=203.0.113.31:40112 dst=192.0.2.1:80 decision=blocked message: SERVER-WEBAPP directory traversal attempt
203.0.113.32 :: <134>1 1762934462.123456789 mx64 firewall src=203.0.113.32 dst=192.0.2.1 mac=00:11:22:33:44:55 protocol=tcp sport=40113 dport=3389 pattern: 1 all
203.0.113.33 :: <134>1 1762934463.123456789 mx64 flows deny src=203.0.113.33 dst=192.0.2.1 protocol=tcp sport=40114 dport=23
- :: <134>1 1762934464.123456789 mx64 flows allow src=198.51.100.4 dst=192.0.2.1 mac=00:11:22:33:44:56 protocol=tcp sport=40115 dport=443
- :: <134>1 1762934465.123456789 mr18 events type=8021x_eap_success port='' identity='bob' vap='1' radio='1'
- :: <134>1 1762934466.123456789 mx64 events type=vpn_connectivity_change vpn_type='site-to-site' peer_contact='198.51.100.9:51856' peer_ident='ab12' connectivity='false'
- :: <134>1 1762934467.123456789 mx64 urls src=198.51.100.4:40116 dst=198.51.100.80:443 mac=00:11:22:33:44:56 request: GET https://example.com/denied.html`,
  'defence centre, keys in capitals': String.raw`
203.0.113.41 :: Nov 12 08:04:01 ftd1 : %FTD-1-430001: EventPriority: High, DeviceUUID: ab12, InstanceID: 1, FirstPacketSecond: 2026-11-12T08:04:01Z, ConnectionID: 7, SrcIP: 203.0.113.41, DstIP: 192.0.2.1, SrcPort: 40112, DstPort: 80, Protocol: tcp, IntrusionPolicy: Balanced, InlineResult: Dropped, GID: 1, SID: 58722, Message: SERVER-OTHER remote code execution attempt, Classification: Attempted User Privilege Gain
203.0.113.42 :: Nov 12 08:04:02 ftd1 : %FTD-1-430002: EventPriority: Low, DeviceUUID: ab12, InstanceID: 1, ConnectionID: 8, AccessControlRuleAction: Block, SrcIP: 203.0.113.42, DstIP: 192.0.2.1, SrcPort: 40113, DstPort: 23, Protocol: tcp, IngressInterface: outside, AccessControlRuleName: default-deny
- :: Nov 12 08:04:03 ftd1 : %FTD-1-430003: EventPriority: Low, DeviceUUID: ab12, InstanceID: 1, ConnectionID: 9, AccessControlRuleAction: Allow, SrcIP: 198.51.100.4, DstIP: 192.0.2.9, SrcPort: 40114, DstPort: 443, Protocol: tcp, IngressInterface: outside, AccessControlRuleName: web
- :: Nov 12 08:04:04 ftd1 : %FTD-6-305012: Teardown dynamic TCP translation from inside:198.51.100.4/40115 to outside:192.0.2.1/40115 duration 0:00:30
- :: Nov 12 08:04:05 ftd1 : %FTD-3-199015: last message repeated, link to manager 198.51.100.9 failed, will retry`,
  'machines under a manager': String.raw`
203.0.113.51 :: 2026-11-12T08:05:01.123Z info vpxd[812] [Originator@6876 sub=vpxLro opID=ab12] Event [812] [1-1] [2026-11-12T08:05:01Z] [vim.event.BadUsernameSessionEvent] [error] [] [] [812] [Cannot login root@203.0.113.51]
203.0.113.52 :: Nov 12 08:05:02 xen1 xapi: [ warn|xen1|812 INET :::80|session.slave_login|session] Failed login from 203.0.113.52 as root: INVALID_CREDENTIALS
203.0.113.53 :: Nov 12 08:05:03 ovirt 2026-11-12 08:05:03,123Z ERROR [org.ovirt.engine.core.sso.service.NegotiateAuthService] (default task-7) [] Cannot authenticate user 'admin@internal' connecting from '203.0.113.53': The username or password is incorrect.
203.0.113.54 :: Nov 12 08:05:04 esx3 Hostd: info hostd[813] [Originator@6876 sub=Vimsvc.ha-eventmgr] Event 812 : Remote access for ESXi local user account 'root' has been locked for 900 seconds after 7 failed login attempts. Source 203.0.113.54
- :: 2026-11-12T08:05:05.123Z info vpxd[812] [Originator@6876 sub=vpxLro opID=ab13] Event [813] [1-1] [2026-11-12T08:05:05Z] [vim.event.UserLoginSessionEvent] [info] [bob] [] [813] [User bob@198.51.100.4 logged in as curl/8.0]
- :: 2026-11-12T08:05:06.123Z warning vpxd[812] [Originator@6876 sub=vpxCommon] Host esx9 (198.51.100.9) not responding, connection lost
- :: 2026-11-12T08:05:07.123Z info vpxd[812] [Originator@6876 sub=vpxLro] Event [814] [vim.event.UserLogoutSessionEvent] [info] [bob] [] [814] [User bob@198.51.100.4 logged out (login time: 2026-11-12, number of API invocations: 7)]
- :: Nov 12 08:05:08 xen1 xapi: [error|xen1|813|migrate|xenops] Migration of vm7 to 198.51.100.9 failed: insufficient memory`,
  'pools and guards of an application': String.raw`
203.0.113.61 :: [Rack::Attack][Blocked] 2026-11-12 08:06:01 remote_ip: 203.0.113.61, method: POST, path: /users/sign_in
203.0.113.62 :: 2026-11-12 08:06:02.123  WARN 812 --- [nio-8080-exec-7] c.example.auth.LoginAttemptListener      : Authentication attempt with bad credentials, principal=amy, remoteAddress=203.0.113.62
203.0.113.63 :: {"level":50,"time":1762934763123,"pid":812,"hostname":"app1","err":{"message":"Too many login attempts."},"req":{"method":"POST","url":"/session","remoteAddress":"203.0.113.63"},"statusCode":429,"msg":"Too many login attempts."}
203.0.113.64 :: [2026-11-12 08:06:04] app.NOTICE: CSRF token mismatch on login form {"ip":"203.0.113.64","uri":"/login"}
203.0.113.65 :: 2026-11-12T08:06:05.123Z [warn] jwt: signature verification failed for token presented by 203.0.113.65
203.0.113.66 :: 08:06:06 ERROR [api] 203.0.113.66 sent a revoked API key, request refused
- :: 2026-11-12 08:06:07.123  INFO 812 --- [nio-8080-exec-8] c.example.auth.LoginAttemptListener      : Authentication success, principal=bob, remoteAddress=198.51.100.4
- :: {"level":30,"time":1762934768123,"pid":812,"hostname":"app1","req":{"method":"POST","url":"/session","remoteAddress":"198.51.100.4"},"statusCode":201,"msg":"session created"}
- :: [2026-11-12 08:06:09] app.ERROR: Payment declined: invalid card number {"ip":"198.51.100.4","uri":"/checkout"}
- :: 2026-11-12T08:06:10.123Z [warn] jwks: refresh from 198.51.100.9 failed, keeping old keys
- :: 08:06:11 WARN [api] client 198.51.100.4 closed the connection before the response was sent
- :: 2026-11-12T08:06:12.123Z [info] password reset requested for bob from 198.51.100.4
- :: 2026-11-12T08:06:13.123Z [info] account bob created, confirmation sent, client 198.51.100.4
- :: 08:06:14 WARN [api] upload from 198.51.100.4 rejected: file too large`,
  'mail, servers of an older day': String.raw`
203.0.113.71/amy :: 08:07:01.12 1 ACCOUNT(amy) login(SMTP) from [203.0.113.71:40112] failed. Error Code=incorrect password
203.0.113.72/amy :: 11/12/26 08:07:02	SMTP-IN	AB12.MAI	812	203.0.113.72	AUTH	{blank}	535 Invalid Username or Password	34	12	amy
203.0.113.73 :: 08:07:03 [203.0.113.73][812] rsp: 535 Authentication failed
203.0.113.74 :: 203.0.113.74    [0812] 08:07:04 Thu, 12 Nov 2026 >>> 535 5.7.8 Authentication credentials invalid
203.0.113.75 :: [12/Nov/2026 08:07:05] Failed SMTP login from 203.0.113.75 with SASL method LOGIN.
203.0.113.76 :: [12/Nov/2026 08:07:06] Relay attempt from IP address 203.0.113.76, mail from <a@example.net> to <b@example.com> rejected
203.0.113.77 :: [12/Nov/2026 08:07:07] IP address 203.0.113.77 found in DNS blacklist zen, mail from <a@example.net> to <b@example.org> rejected
203.0.113.78/amy :: 11/12/2026 08:07:08 AM  SMTP Server: Authentication failed for user amy ; connecting host 203.0.113.78
- :: 08:07:09.12 2 ACCOUNT(bob) login(IMAP) from [198.51.100.4:40113]
- :: 11/12/26 08:07:10	SMTP-IN	AB13.MAI	813	198.51.100.4	AUTH	{blank}	235 Authenticated	18	12	bob
- :: 08:07:11 [198.51.100.4][813] rsp: 250 OK
- :: [12/Nov/2026 08:07:12] SMTP: User bob@example.org authenticated from IP address 198.51.100.4
- :: 11/12/2026 08:07:13 AM  SMTP Server: 198.51.100.4 connected
- :: 11/12/2026 08:07:14 AM  Router: No messages transferred to mx.example.com (host 198.51.100.9) via SMTP: The remote server is not a known TCP/IP host.
- :: [12/Nov/2026 08:07:15] Queue: delivery to 198.51.100.9 deferred, 450 mailbox unavailable
- :: 08:07:16.12 1 SMTP-007(example.com) failed to connect to [198.51.100.9:25]. Error Code=connection refused`,
  'transfers for firms': String.raw`
203.0.113.81 :: 2026-11-12 08:08:01 203.0.113.81 - 192.0.2.1 21 PASS *** 530 1326 41 ab12 -
203.0.113.82/amy :: POST|11/12/2026 08:08:02.123|[FTP:12:amy:203.0.113.82] WROTE: *530 Access denied. Username or password invalid.*
203.0.113.83 :: [01] Thu, 12 Nov 2026 08:08:03 (0000812) (203.0.113.83) 530 Login or password incorrect!
203.0.113.84/root :: <event seq="812" time="2026-11-12 08:08:04.123456 +0000" name="I_LOGON_AUTH_FAILED" desc="User authentication failed."><session id="1007" service="SSH" remoteAddress="203.0.113.84:40112" virtualAccount="" userName="root"/><parameters authMethod="password" result="Failure"/></event>
- :: 2026-11-12 08:08:05 198.51.100.4 bob 192.0.2.1 21 PASS *** 230 0 0 ab13 /
- :: 2026-11-12 08:08:06 198.51.100.4 bob 192.0.2.1 21 RETR x.txt 226 0 0 ab13 /x.txt
- :: POST|11/12/2026 08:08:07.123|[FTP:13:bob:198.51.100.4] WROTE: *230 Password OK.  Connected.*
- :: [01] Thu, 12 Nov 2026 08:08:08 (0000813) (198.51.100.4) 226 Transfer complete
- :: <event seq="813" time="2026-11-12 08:08:09.123456 +0000" name="I_LOGON_AUTH_SUCCEEDED" desc="User authentication succeeded."><session id="1008" service="SSH" remoteAddress="198.51.100.4:40113" userName="bob"/><parameters authMethod="publickey" result="Success"/></event>
- :: 2026-11-12 08:08:10 198.51.100.4 bob 192.0.2.1 21 STOR y.txt 550 5 0 ab13 /y.txt`,
  'names served': String.raw`
203.0.113.91 :: Nov 12 08:09:01 ns2 pdns[812]: AXFR of domain 'example.org' denied to 203.0.113.91: client IP has no permission
203.0.113.92 :: 2026-11-12T08:09:02+0000 notice: [example.org.] ACL, denied, action transfer, remote 203.0.113.92@40112 TCP
203.0.113.93 :: Nov 12 08:09:03 lb2 dnsdist[813]: Inserting dynamic block for 203.0.113.93/32 for 60 seconds: Exceeded query rate
203.0.113.94 :: Nov 12 08:09:04 ns2 pdns_recursor[814]: Dropping UDP query from 203.0.113.94:40112, address not matched by allow-from
- :: Nov 12 08:09:05 ns2 pdns[812]: AXFR of domain 'example.org' to 198.51.100.9 finished
- :: 2026-11-12T08:09:06+0000 info: [example.org.] refresh, remote 198.51.100.9@53, remote serial 812, zone is up-to-date
- :: 2026-11-12T08:09:07+0000 warning: [example.org.] refresh, remote 198.51.100.9@53 not usable
- :: Nov 12 08:09:08 lb2 dnsdist[813]: Marking downstream 198.51.100.9:53 as 'down'
- :: Nov 12 08:09:09 ns2 pdns_recursor[814]: Failed to resolve example.com, all servers timed out, asked by 198.51.100.4`,
  'games of other makers': String.raw`
203.0.113.101 :: 08:10:01 Bad rcon from 203.0.113.101:27960: status
203.0.113.102 :: [08:10:02] BAD RCON ATTEMPT BY: 203.0.113.102
203.0.113.103/amy :: 7.123 Info ServerMultiplayerManager.cpp:812: Refusing connection for address (IP ADDR:({203.0.113.103:34197})), username (amy). PasswordInvalid
203.0.113.104 :: [2026-11-12 08:10:04] [query] client 203.0.113.104 exceeded the packet limit, ignoring for 10 s
- :: [08:10:05] Incoming connection: 198.51.100.4:40112
- :: [08:10:06] [join] bob has joined the server (7:198.51.100.4)
- :: [08:10:07] [part] bob has left the server (7:1)
- :: 8.123 Info ServerMultiplayerManager.cpp:812: Refusing connection for address (IP ADDR:({198.51.100.5:34197})), username (bob). ModsMismatch
- :: 08:10:09 Client 3 connecting with 50 challenge ping from 198.51.100.4:27960`,
  'sensors that write columns': String.raw`
203.0.113.111 :: 1762935061.123456	CabX12	203.0.113.111	40112	192.0.2.1	22	-	-	-	tcp	SSH::Password_Guessing	203.0.113.111 appears to be guessing SSH passwords (seen in 30 connections).	Sampled servers: 192.0.2.1	203.0.113.111	-	-	-	Notice::ACTION_LOG	3600.000000
203.0.113.112 :: 1762935062.123456	-	-	-	-	-	-	-	-	-	Scan::Port_Scan	203.0.113.112 scanned at least 15 unique ports of host 192.0.2.1 in 0m1s	remote	203.0.113.112	192.0.2.1	-	-	Notice::ACTION_LOG	3600.000000
203.0.113.113 :: {"_path":"ssh","ts":"2026-11-12T08:11:03Z","uid":"CabX13","id.orig_h":"203.0.113.113","id.orig_p":40113,"id.resp_h":"192.0.2.1","id.resp_p":22,"version":2,"auth_success":false,"auth_attempts":5,"client":"SSH-2.0-Go"}
- :: {"_path":"ssh","ts":"2026-11-12T08:11:04Z","uid":"CabX14","id.orig_h":"198.51.100.4","id.orig_p":40114,"id.resp_h":"192.0.2.1","id.resp_p":22,"version":2,"auth_success":true,"auth_attempts":1,"client":"SSH-2.0-OpenSSH_9.6"}
- :: 1762935065.123456	CabX15	198.51.100.4	40115	198.51.100.80	443	-	-	-	tcp	SSL::Certificate_Expires_Soon	Certificate CN=example.com is going to expire at 2026-11-20	-	198.51.100.4	198.51.100.80	443	-	Notice::ACTION_LOG	86400.000000
- :: {"_path":"conn","ts":"2026-11-12T08:11:06Z","uid":"CabX16","id.orig_h":"198.51.100.4","id.orig_p":40116,"id.resp_h":"192.0.2.9","id.resp_p":443,"proto":"tcp","service":"ssl","duration":1.2,"conn_state":"SF"}
- :: {"_path":"http","ts":"2026-11-12T08:11:07Z","uid":"CabX17","id.orig_h":"198.51.100.4","id.orig_p":40117,"id.resp_h":"192.0.2.9","id.resp_p":80,"method":"GET","uri":"/index.html","status_code":200}`,
  'request guards of other makers': String.raw`
203.0.113.121 :: ASM:unit_hostname="bigip1",management_ip_address="192.0.2.1",http_class_name="/Common/shop",policy_name="/Common/shop",violations="Attack signature detected",support_id="812",request_status="blocked",response_code="0",ip_client="203.0.113.121",route_domain="0",method="GET",protocol="HTTPS",uri="/list",attack_type="SQL-Injection",date_time="2026-11-12 08:12:01"
203.0.113.122 :: Nov 12 08:12:02 ns3 11/12/2026:08:12:02 GMT ns3 0-PPE-0 : default APPFW APPFW_SQL 812 0 :  203.0.113.122 7-PPE0 ab12 shop https://example.org/list SQL Keyword check failed for field id="1 or 1=1" <blocked>
203.0.113.123 :: 2026-11-12 08:12:03.123 +0000 waf1 WF ALER SQL_INJECTION_IN_PARAM 203.0.113.123 40112 192.0.2.1 443 shop GLOBAL DENY NONE [type="sql-injection" pattern="sql-comments"] GET example.org/list TLSv1.2 "-" "curl/8.0" 203.0.113.123
203.0.113.124 :: 2026/11/12 08:12:04 [warn] 812#0: *7 [lua] access: bot score 2 for 203.0.113.124, challenge failed, request blocked
- :: ASM:unit_hostname="bigip1",management_ip_address="192.0.2.1",http_class_name="/Common/shop",policy_name="/Common/shop",violations="",support_id="813",request_status="passed",response_code="200",ip_client="198.51.100.4",route_domain="0",method="GET",protocol="HTTPS",uri="/list",attack_type="",date_time="2026-11-12 08:12:05"
- :: Nov 12 08:12:06 ns3 11/12/2026:08:12:06 GMT ns3 0-PPE-0 : default SSLVPN TCPCONNSTAT 813 0 : Context bob@198.51.100.4 - SessionId: 7- User bob - Client_ip 198.51.100.4 - Nat_ip 192.0.2.1 - Vserver 192.0.2.1:443 - Total_bytes_send 812 - Access Allowed
- :: 2026/11/12 08:12:07 [error] 812#0: *8 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.4, server: example.org, request: "GET /list HTTP/1.1", upstream: "http://198.51.100.9:8080/list", host: "example.org"
- :: 2026-11-12 08:12:08.123 +0000 waf1 TR SERVER UP 198.51.100.9 8080 shop health check passed`,
  'switches of telephony and meetings': String.raw`
203.0.113.131 :: Nov 12 08:13:01 cube1 %SIP-4-AUTH_FAIL: Digest authentication failed for 1001, remote 203.0.113.131
203.0.113.132 :: Nov 12 08:13:02 cube1 %VOICE_IEC-3-GW: CCAPI: Internal Error (Toll fraud call rejected): IEC=1.1.228.3.31.0, source 203.0.113.132
203.0.113.133 :: 2026-11-12 08:13:03.123 WARN  drachtio [invite] unauthorized call to 00441234 from 203.0.113.133:5060, returning 403
203.0.113.134 :: JVB 2026-11-12 08:13:04.123 WARNING: [7] conference auth: wrong room password, participant 203.0.113.134
203.0.113.135 :: Nov 12 08:13:05 turn1 coturn[812]: 7: : session 001: user <amy>: incoming packet message processed, error 401: Unauthorized, check_stun_auth: Cannot find credentials of user <amy>, remote addr 203.0.113.135:40112
- :: Nov 12 08:13:06 cube1 %SIP-6-REGISTERED: endpoint 1000 registered, contact 198.51.100.4
- :: Nov 12 08:13:07 cube1 %VOICE_IEC-3-GW: SIP: Internal Error (trunk unreachable): IEC=1.1.129.7.59.0, peer 198.51.100.9
- :: JVB 2026-11-12 08:13:08.123 INFO: [7] participant 198.51.100.4 joined the conference
- :: 2026-11-12 08:13:09.123 WARN  drachtio [invite] call to 1000 not answered, peer 198.51.100.4:5060, returning 486
- :: Nov 12 08:13:10 turn1 coturn[812]: 9: : session 002: TCP socket closed remotely 198.51.100.4:40113`,
  'cameras and doors of other makers': String.raw`
203.0.113.141 :: Nov 12 08:14:01 axis-ab12 [ NOTICE  ] httpd[812]: Authentication failed for user 'root' from 203.0.113.141
203.0.113.142 :: 2026-11-12 08:14:02 [Security] User "admin" login failed 5 times, account locked. Address: 203.0.113.142
203.0.113.143 :: 2026-11-12T08:14:03 intercom3 web: incorrect PIN entered, client 203.0.113.143
203.0.113.144/admin :: 12-Nov-2026 08:14:04 pdu2 Audit: User 'admin' from host '203.0.113.144' authentication failed.
203.0.113.145 :: Nov 12 08:14:05 KM7 Printer: Login to administrator mode failed, 203.0.113.145
- :: Nov 12 08:14:06 axis-ab12 [ INFO    ] httpd[812]: User 'bob' authenticated from 198.51.100.4
- :: 2026-11-12 08:14:07 [Network] NTP synchronization with 198.51.100.9 failed
- :: 2026-11-12T08:14:08 intercom3 sip: call from 198.51.100.4 not answered
- :: 12-Nov-2026 08:14:09 pdu2 Audit: User 'bob' from host '198.51.100.4' logged in.
- :: 2026-11-12 08:14:10 [Storage] Upload of clip to ftp 198.51.100.9 failed: login incorrect
- :: Nov 12 08:14:11 KM7 Printer: Scan to folder on 198.51.100.9 failed, access denied
- :: Nov 12 08:14:12 KM7 Printer: Job 812 from 198.51.100.4 canceled, wrong paper size`,
  'frames and unixes': String.raw`
203.0.113.151 :: Nov 12 08:15:01 sol1 login: [ID 812 auth.crit] REPEATED LOGIN FAILURES ON /dev/pts/1 FROM 203.0.113.151, amy
203.0.113.152/amy :: ICH408I USER(AMY) GROUP(SYS1) NAME(AMY) LOGON/JOB INITIATION - INVALID PASSWORD, SOURCE=203.0.113.152
203.0.113.153 :: Nov 12 08:15:03 aix1 auth|security:info syslog: ftpd: Failed login from 203.0.113.153 as root
203.0.113.154 :: Nov 12 08:15:04 bsd1 ftpd[812]: repeated login failures from 203.0.113.154 (203.0.113.154)
203.0.113.155 :: type=USER_LOGIN msg=audit(1762935305.123:812): pid=813 uid=0 auid=4294967295 ses=4294967295 msg='op=login acct="amy" exe="/usr/sbin/sshd" hostname=? addr=203.0.113.155 terminal=ssh res=failed'
- :: Nov 12 08:15:06 sol1 sshd[814]: [ID 813 auth.info] Accepted keyboard-interactive for bob from 198.51.100.4 port 40112 ssh2
- :: type=USER_LOGIN msg=audit(1762935307.123:813): pid=815 uid=0 auid=1001 ses=7 msg='op=login id=1001 exe="/usr/sbin/sshd" hostname=198.51.100.4 addr=198.51.100.4 terminal=/dev/pts/1 res=success'
- :: type=CRYPTO_KEY_USER msg=audit(1762935308.123:814): pid=815 uid=0 auid=1001 ses=7 msg='op=destroy kind=session fp=? direction=both spid=816 suid=74 rport=40112 laddr=192.0.2.1 lport=22  exe="/usr/sbin/sshd" hostname=? addr=198.51.100.4 terminal=? res=success'
- :: Nov 12 08:15:09 aix1 mail:warn sendmail[817]: ab12: to=b@example.com, relay=198.51.100.9, stat=Deferred: Connection refused`,
  'word of databases in other tongues': String.raw`
203.0.113.161 :: 2026-11-12 08:16:01.12 Logon       Fehler bei der Anmeldung für den Benutzer 'sa'. Ursache: Das Kennwort stimmt nicht mit dem für die angegebene Anmeldung überein. [CLIENT: 203.0.113.161]
203.0.113.162 :: 2026-11-12 08:16:02.12 Logon       Échec de la connexion de l'utilisateur 'sa'. Raison : le mot de passe ne correspond pas. [CLIENT : 203.0.113.162]
203.0.113.163 :: 2026-11-12 08:16:03.12 Inicio de sesión       Error de inicio de sesión del usuario 'sa'. Motivo: la contraseña no coincide. [CLIENTE: 203.0.113.163]
203.0.113.164/app :: 2026-11-12 08:16:04.123 UTC [812] app@shop 203.0.113.164 FATAL:  Passwort-Authentifizierung für Benutzer »app« fehlgeschlagen
203.0.113.165/app :: 2026-11-12 08:16:05.123 UTC [813] app@shop 203.0.113.165 FATAL:  authentification par mot de passe échouée pour l'utilisateur « app »
203.0.113.166/app :: 2026-11-12 08:16:06.123 UTC [814] app@shop 203.0.113.166 FATAL:  la autentificación password falló para el usuario «app»
203.0.113.167/app :: 2026-11-12 08:16:07.123 UTC [815] app@shop 203.0.113.167 FATAL:  пользователь "app" не прошёл проверку подлинности (по паролю)
203.0.113.168/app :: 2026-11-12 08:16:08.123 UTC [816] app@shop 203.0.113.168 FATAL:  autenticação do tipo senha falhou para o usuário "app"
- :: 2026-11-12 08:16:09.12 Logon       Die Anmeldung für den Benutzer 'bob' war erfolgreich. [CLIENT: 198.51.100.4]
- :: 2026-11-12 08:16:10.123 UTC [817] app@shop 198.51.100.4 FEHLER:  Relation »kunden« existiert nicht
- :: 2026-11-12 08:16:11.123 UTC [818] app@shop 198.51.100.4 ERREUR:  erreur de syntaxe sur ou près de « SELEC »
- :: 2026-11-12 08:16:12.123 UTC [819] app@shop 198.51.100.4 LOG:  se conectó: usuario=app base de datos=shop
- :: 2026-11-12 08:16:13.123 UTC [820] app@shop 198.51.100.4 ОШИБКА:  повторяющееся значение ключа нарушает ограничение уникальности`,
  'own sentences in further tongues': String.raw`
203.0.113.171 :: 2026-11-12 08:17:01 WARN Błędne hasło dla użytkownika amy, adres 203.0.113.171
203.0.113.172 :: 2026-11-12 08:17:02 WARN Neúspěšné přihlášení uživatele amy z adresy 203.0.113.172
203.0.113.173 :: 2026-11-12 08:17:03 WARN amy kullanıcısı için hatalı şifre, 203.0.113.173 adresinden giriş reddedildi
203.0.113.174 :: 2026-11-12 08:17:04 WARN 로그인 실패: 사용자 amy, IP 203.0.113.174
203.0.113.175 :: 2026-11-12 08:17:05 WARN Forkert adgangskode for bruger amy fra 203.0.113.175
203.0.113.176 :: 2026-11-12 08:17:06 WARN Kirjautuminen epäonnistui: käyttäjä amy, osoite 203.0.113.176
203.0.113.177 :: 2026-11-12 08:17:07 WARN Sikertelen bejelentkezés: amy felhasználó, 203.0.113.177
203.0.113.178 :: 2026-11-12 08:17:08 WARN Невдала спроба входу користувача amy з адреси 203.0.113.178
203.0.113.179 :: 2026-11-12 08:17:09 WARN Tentative de connexion refusée pour le compte amy depuis 203.0.113.179
- :: 2026-11-12 08:17:10 INFO Użytkownik bob zalogowany, adres 198.51.100.4
- :: 2026-11-12 08:17:11 INFO Uživatel bob přihlášen z adresy 198.51.100.4
- :: 2026-11-12 08:17:12 INFO 로그인 성공: 사용자 bob, IP 198.51.100.4
- :: 2026-11-12 08:17:13 INFO Bruger bob er logget ind fra 198.51.100.4
- :: 2026-11-12 08:17:14 ERROR Nie można połączyć się z serwerem 198.51.100.9: odmowa połączenia
- :: 2026-11-12 08:17:15 ERROR Připojení k serveru 198.51.100.9 selhalo
- :: 2026-11-12 08:17:16 ERROR 서버 198.51.100.9 연결 실패
- :: 2026-11-12 08:17:17 INFO Bestellung 812 von 198.51.100.4 abgelehnt: Karte ungültig`,
  'jobs and panels of operators': String.raw`
203.0.113.181 :: 2026-11-12T08:18:01 [W|app|ab12] Failed login: invalid user 'admin' from 203.0.113.181
203.0.113.182 :: 2026-11-12 08:18:02,123 INFO     awx.api.generics Login failed for user admin from 203.0.113.182
203.0.113.183 :: [2026-11-12 08:18:03,123] WARN  authentication.FailureLogger - User admin failed to authenticate: remoteAddr=203.0.113.183 reason=bad password
203.0.113.184 :: 2026-11-12T08:18:04Z level=warn msg="invalid token" remote_addr=203.0.113.184:40112 path=/v1/jobs
203.0.113.185/root :: Nov 12 08:18:05 host cockpit-tls[812]: cockpit-session: user root from 203.0.113.185: authentication unsuccessful
- :: 2026-11-12 08:18:06,123 INFO     awx.api.generics User bob logged in from 198.51.100.4
- :: 2026-11-12T08:18:07 [I|app|ab13] Completed 200 OK, user bob, 198.51.100.4
- :: 2026-11-12T08:18:08Z level=error msg="node unreachable" node=198.51.100.9 reason="ssh: handshake failed: EOF"
- :: [2026-11-12 08:18:09,123] WARN  jobs.Runner - Job 812 on 198.51.100.9 failed: NonZeroResultCode: 1
- :: 2026-11-12T08:18:10Z level=warn msg="task 812 started by bob failed" remote_addr=198.51.100.4:40113 path=/v1/jobs
- :: Nov 12 08:18:11 host ansible[813]: unreachable 198.51.100.9: Permission denied (publickey,password)`,
  'proxies of other makers': String.raw`
203.0.113.191 :: [2026-11-12T08:19:01.123Z] "GET /admin HTTP/1.1" 403 - rbac_access_denied_matched_policy[none] - "-" 0 19 0 - "203.0.113.191" "curl/8.0" "ab12" "example.org" "-" - - 192.0.2.1:8443 203.0.113.191:40112
203.0.113.192 :: 2026/11/12 08:19:02 [ERROR] socks5: authentication failed, client 203.0.113.192:40113
203.0.113.193 :: Nov 12 08:19:03 px1 privoxy: 203.0.113.193 - blocked by access control list
203.0.113.194/amy :: 1762935544.123   0 203.0.113.194 TCP_DENIED/407 3812 CONNECT example.com:443 amy HIER_NONE/- text/html
203.0.113.195 :: 2026-11-12T08:19:05.123Z WARN gate: open proxy probe from 203.0.113.195, host checkip.example.com not served
- :: 1762935546.123 120 198.51.100.4 TCP_TUNNEL/200 3812 CONNECT example.com:443 bob HIER_DIRECT/198.51.100.80 -
- :: 2026/11/12 08:19:07 [INFO] socks5: 198.51.100.4:40114 -> example.com:443
- :: 2026/11/12 08:19:08 [ERROR] socks5: dial 198.51.100.80:443 for 198.51.100.4 failed: connection refused
- :: [2026-11-12T08:19:09.123Z] "GET /list HTTP/1.1" 503 UF upstream_reset_before_response_started{connection_failure} - "-" 0 91 12 - "198.51.100.4" "curl/8.0" "ab13" "example.org" "198.51.100.9:8080" outbound - 192.0.2.1:8443 198.51.100.4:40115
- :: 2026-11-12T08:19:10.123Z WARN gate: no healthy backend, request of 198.51.100.4 not served`,
  'clusters, gates and tokens': String.raw`
203.0.113.201 :: {"level":"info","ts":"2026-11-12T08:20:01Z","logger":"dex","msg":"failed login attempt: invalid credentials","connector":"ldap","remote_ip":"203.0.113.201","user":"amy"}
203.0.113.202 :: I1112 08:20:02.123456 1 authn.go:77] "Unable to authenticate the request" err="invalid bearer token" srcIP="203.0.113.202:40112"
203.0.113.203 :: 2026-11-12 08:20:03.123 [WARN ] [auth] SASL SCRAM exchange with 203.0.113.203:40113 aborted, wrong proof, principal=amy
203.0.113.204 :: ts=2026-11-12T08:20:04Z caller=push.go:77 level=warn tenant=unknown msg="unauthorized push" peer=203.0.113.204:40114
- :: {"level":"info","ts":"2026-11-12T08:20:05Z","logger":"dex","msg":"login successful","connector":"ldap","remote_ip":"198.51.100.4","user":"bob"}
- :: E1112 08:20:06.123456 1 controller.go:77] "Failed to list" err="Unauthorized" server="198.51.100.9:6443"
- :: ts=2026-11-12T08:20:07Z caller=push.go:77 level=warn tenant=shop msg="out of order sample rejected" peer=198.51.100.4:40115
- :: I1112 08:20:08.123456 1 kubelet.go:77] "Probe failed" pod="shop-7" podIP="198.51.100.9" output="HTTP probe failed with statuscode: 500"
- :: {"level":"warn","ts":"2026-11-12T08:20:09Z","logger":"raft","msg":"rejected append from old leader","peer":"198.51.100.9:2380"}`,
  'addresses behind a proxy of our own': String.raw`
203.0.113.211 :: 2026-11-12T08:21:01Z WARN login failed user=amy peer=127.0.0.1:40112 x_forwarded_for=203.0.113.211
203.0.113.212 :: {"ts":"2026-11-12T08:21:02Z","msg":"invalid password","user":"amy","remote_addr":"10.0.0.9","x-forwarded-for":"203.0.113.212, 10.0.0.9"}
203.0.113.213 :: Nov 12 08:21:03 app auth[812]: wrong password for amy from 10.0.0.9 (real ip 203.0.113.213)
203.0.113.214 :: 10.0.0.9 - amy [12/Nov/2026:08:21:04 +0000] "POST /login HTTP/1.1" 401 57 "-" "curl/8.0" "203.0.113.214"
- :: 2026-11-12T08:21:05Z INFO login ok user=bob peer=127.0.0.1:40113 x_forwarded_for=198.51.100.4
- :: {"ts":"2026-11-12T08:21:06Z","msg":"signed in","user":"bob","remote_addr":"10.0.0.9","x-forwarded-for":"198.51.100.4, 10.0.0.9"}
- :: 10.0.0.9 - bob [12/Nov/2026:08:21:07 +0000] "GET /list HTTP/1.1" 200 57 "-" "curl/8.0" "198.51.100.4"`,
  'look-alikes of failure': String.raw`
- :: 2026-11-12 08:22:01 INFO mailer: password expiry notice sent to amy, via 198.51.100.25
- :: 2026-11-12 08:22:02 ERROR ldap: bind to 198.51.100.9 failed: invalid credentials for our service account
- :: 2026-11-12 08:22:03 ERROR db: could not connect to 198.51.100.9:5432: password authentication failed for user "app"
- :: 2026-11-12 08:22:04 WARN session of bob from 198.51.100.4 expired
- :: 2026-11-12 08:22:05 INFO bob (198.51.100.4) changed the access rules of 7 documents
- :: 2026-11-12 08:22:06 WARN order 812 of 198.51.100.4 refused by the payment gate
- :: 2026-11-12 08:22:07 WARN coupon of 198.51.100.4 is not valid any more
- :: 2026-11-12 08:22:08 INFO login form served to 198.51.100.4
- :: 2026-11-12 08:22:09 INFO account amy unlocked by bob from 198.51.100.4
- :: 2026-11-12 08:22:10 WARN name check: 198.51.100.4 has no reverse entry
- :: 2026-11-12 08:22:11 INFO failed login counter of amy reset after success from 198.51.100.4
- :: 2026-11-12 08:22:12 INFO user list read by bob from 198.51.100.4, 0 failed, 812 ok
- :: 2026-11-12 08:22:13 WARN certificate of 198.51.100.9 expires in 7 days
- :: 2026-11-12 08:22:14 ERROR webhook to 198.51.100.9 answered 401 Unauthorized
- :: 2026-11-12 08:22:15 INFO bob logged out from 198.51.100.4
- :: 2026-11-12 08:22:16 INFO registration of amy from 198.51.100.4 complete, mail not confirmed yet
- :: 2026-11-12 08:22:17 WARN token of 198.51.100.4 about to expire, renewing
- :: 2026-11-12 08:22:18 ERROR report of bob from 198.51.100.4 failed: no data for user accounts
- :: 2026-11-12 08:22:19 INFO password of bob changed from 198.51.100.4
- :: 2026-11-12 08:22:20 WARN replica 198.51.100.9 refused write: not leader`,
}
