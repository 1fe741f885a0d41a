/** Services of further makers: who signs in where, on machines, in clouds and in houses. */
export const wider: Readonly<Record<string, string>> = {
  'windows, records forwarded as text': String.raw`
203.0.113.11 :: <14>Nov 12 07:01:01 DC1 MSWinEventLog	1	Security	812	Thu Nov 12 07:01:01 2026	4625	Microsoft-Windows-Security-Auditing	N/A	N/A	Failure Audit	DC1	Logon		An account failed to log on.    Subject:   Security ID:  S-1-0-0   Account Name:  -   Logon Type:   3    Account For Which Logon Failed:   Account Name:  ADMIN    Failure Information:   Failure Reason:  Unknown user name or bad password.   Status:   0xC000006D    Network Information:   Workstation Name: PC7   Source Network Address: 203.0.113.11   Source Port:  0	812
203.0.113.12 :: <14>Nov 12 07:01:02 RDS1 MSWinEventLog	1	Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational	813	Thu Nov 12 07:01:02 2026	140	Microsoft-Windows-RemoteDesktopServices-RdpCoreTS	N/A	N/A	Warning	RDS1	RemoteFX module		A connection from the client computer with an IP address of 203.0.113.12 failed because the user name or password is not correct.	813
203.0.113.13 :: <14>Nov 12 07:01:03 VPN1 MSWinEventLog	1	System	814	Thu Nov 12 07:01:03 2026	20271	RemoteAccess	N/A	N/A	Warning	VPN1	None		CoId={ab12}: The user amy connected from 203.0.113.13 but failed an authentication attempt due to the following reason: The remote connection was denied because the user name and password combination you provided is not recognized.	814
203.0.113.14 :: <14>Nov 12 07:01:04 FS1 MSWinEventLog	1	Microsoft-Windows-SMBServer/Security	815	Thu Nov 12 07:01:04 2026	551	Microsoft-Windows-SMBServer	N/A	N/A	Error	FS1	None		SMB Session Authentication Failure    Client Name: \\203.0.113.14   Client Address: 203.0.113.14:40112   User Name:    Session ID: 0xAB12   Status: The attempted logon is invalid. This is either due to a bad username or authentication information. (0xC000006D)	815
- :: <14>Nov 12 07:01:05 DC1 MSWinEventLog	1	Security	816	Thu Nov 12 07:01:05 2026	4624	Microsoft-Windows-Security-Auditing	N/A	N/A	Success Audit	DC1	Logon		An account was successfully logged on.    Subject:   Security ID:  S-1-0-0   Account Name:  -   Logon Type:   3    New Logon:   Account Name:  BOB    Network Information:   Workstation Name: PC8   Source Network Address: 198.51.100.4   Source Port:  40113	816
- :: <14>Nov 12 07:01:06 DC1 MSWinEventLog	1	Security	817	Thu Nov 12 07:01:06 2026	4634	Microsoft-Windows-Security-Auditing	N/A	N/A	Success Audit	DC1	Logoff		An account was logged off.    Subject:   Account Name:  BOB   Logon Type:   3	817
- :: <14>Nov 12 07:01:07 DC1 MSWinEventLog	1	System	818	Thu Nov 12 07:01:07 2026	5719	NETLOGON	N/A	N/A	Error	DC1	None		This computer was not able to set up a secure session with a domain controller in domain CORP due to the following: The RPC server is unavailable.	818
- :: <14>Nov 12 07:01:08 RDS1 MSWinEventLog	1	Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational	819	Thu Nov 12 07:01:08 2026	1149	Microsoft-Windows-TerminalServices-RemoteConnectionManager	N/A	N/A	Information	RDS1	None		Remote Desktop Services: User authentication succeeded:    User: bob   Domain: CORP   Source Network Address: 198.51.100.4	819`,
  'directory of windows clients, JSON': String.raw`
203.0.113.21/amy :: {"timestamp":"2026-11-12T07:02:01.123456+0000","type":"Authentication","Authentication":{"version":{"major":1,"minor":2},"eventId":4625,"logonType":3,"status":"NT_STATUS_WRONG_PASSWORD","localAddress":"ipv4:192.0.2.1:445","remoteAddress":"ipv4:203.0.113.21:40112","serviceDescription":"SMB2","authDescription":null,"clientDomain":"CORP","clientAccount":"amy","workstation":"PC7","passwordType":"NTLMv2"}}
203.0.113.22 :: {"timestamp":"2026-11-12T07:02:02.123456+0000","type":"Authentication","Authentication":{"version":{"major":1,"minor":2},"eventId":4625,"logonType":3,"status":"NT_STATUS_NO_SUCH_USER","localAddress":"ipv4:192.0.2.1:389","remoteAddress":"ipv4:203.0.113.22:40113","serviceDescription":"LDAP","authDescription":"simple bind","clientDomain":"CORP","clientAccount":"guest7","workstation":null,"passwordType":"Plaintext"}}
203.0.113.23 :: {"timestamp":"2026-11-12T07:02:03.123456+0000","type":"Authentication","Authentication":{"version":{"major":1,"minor":2},"eventId":4625,"logonType":3,"status":"NT_STATUS_ACCOUNT_LOCKED_OUT","localAddress":"ipv4:192.0.2.1:88","remoteAddress":"ipv4:203.0.113.23:40114","serviceDescription":"Kerberos KDC","authDescription":"ENC-TS Pre-authentication","clientDomain":null,"clientAccount":"root@CORP","workstation":null,"passwordType":"aes256-cts-hmac-sha1-96"}}
- :: {"timestamp":"2026-11-12T07:02:04.123456+0000","type":"Authentication","Authentication":{"version":{"major":1,"minor":2},"eventId":4624,"logonType":3,"status":"NT_STATUS_OK","localAddress":"ipv4:192.0.2.1:445","remoteAddress":"ipv4:198.51.100.4:40115","serviceDescription":"SMB2","authDescription":null,"clientDomain":"CORP","clientAccount":"bob","workstation":"PC8","passwordType":"NTLMv2"}}
- :: {"timestamp":"2026-11-12T07:02:05.123456+0000","type":"Authorization","Authorization":{"version":{"major":1,"minor":1},"localAddress":"ipv4:192.0.2.1:445","remoteAddress":"ipv4:198.51.100.4:40115","serviceDescription":"SMB2","authType":"krb5","domain":"CORP","account":"bob","sid":"S-1-5-21-1","transportProtection":"SMB"}}
- :: {"timestamp":"2026-11-12T07:02:06.123456+0000","type":"dsdbChange","dsdbChange":{"version":{"major":1,"minor":0},"statusCode":0,"status":"Success","operation":"Modify","remoteAddress":"ipv4:198.51.100.4:40116","performedAsSystem":false,"userSid":"S-1-5-21-1","dn":"CN=bob,CN=Users,DC=corp"}}`,
  'sign-ins of a cloud directory': String.raw`
203.0.113.31 :: {"time":"2026-11-12T07:03:01Z","category":"SignInLogs","operationName":"Sign-in activity","resultType":"50126","resultDescription":"Invalid username or password or Invalid on-premise username or password.","callerIpAddress":"203.0.113.31","identity":"Amy","properties":{"userPrincipalName":"amy@example.org","ipAddress":"203.0.113.31","appDisplayName":"Portal","status":{"errorCode":50126}}}
203.0.113.32 :: {"time":"2026-11-12T07:03:02Z","category":"SignInLogs","operationName":"Sign-in activity","resultType":"50053","resultDescription":"Account is locked because user tried to sign in too many times with an incorrect user ID or password.","callerIpAddress":"203.0.113.32","identity":"Amy","properties":{"userPrincipalName":"amy@example.org","ipAddress":"203.0.113.32","appDisplayName":"Portal","status":{"errorCode":50053}}}
203.0.113.33 :: {"eventType":"user.session.start","published":"2026-11-12T07:03:03.123Z","severity":"WARN","displayMessage":"User login to the directory","actor":{"type":"User","alternateId":"amy@example.org"},"client":{"ipAddress":"203.0.113.33","userAgent":{"browser":"CHROME"}},"outcome":{"result":"FAILURE","reason":"INVALID_CREDENTIALS"}}
203.0.113.34 :: {"date":"2026-11-12T07:03:04.123Z","type":"fp","description":"Wrong email or password.","connection":"db","client_id":"ab12","client_name":"Shop","ip":"203.0.113.34","user_name":"amy@example.org"}
203.0.113.35 :: {"isotimestamp":"2026-11-12T07:03:05Z","eventtype":"authentication","factor":"duo_push","result":"denied","reason":"user_marked_fraud","access_device":{"ip":"203.0.113.35","os":"Windows"},"user":{"name":"amy"}}
- :: {"time":"2026-11-12T07:03:06Z","category":"SignInLogs","operationName":"Sign-in activity","resultType":"0","resultDescription":"","callerIpAddress":"198.51.100.4","identity":"Bob","properties":{"userPrincipalName":"bob@example.org","ipAddress":"198.51.100.4","appDisplayName":"Portal","status":{"errorCode":0}}}
- :: {"eventType":"user.session.start","published":"2026-11-12T07:03:07.123Z","severity":"INFO","displayMessage":"User login to the directory","actor":{"type":"User","alternateId":"bob@example.org"},"client":{"ipAddress":"198.51.100.4","userAgent":{"browser":"CHROME"}},"outcome":{"result":"SUCCESS","reason":null}}
- :: {"date":"2026-11-12T07:03:08.123Z","type":"s","description":"Successful login","connection":"db","client_id":"ab12","client_name":"Shop","ip":"198.51.100.4","user_name":"bob@example.org"}
- :: {"eventType":"system.agent.ad.read_ldap","published":"2026-11-12T07:03:09.123Z","severity":"ERROR","displayMessage":"Agent could not read from directory server","actor":{"type":"SystemPrincipal","alternateId":"system@directory"},"client":{"ipAddress":"198.51.100.9"},"outcome":{"result":"FAILURE","reason":"Timeout"}}`,
  'sign-on page with a second factor': String.raw`
203.0.113.41/amy :: time="2026-11-12T07:04:01Z" level=error msg="Unsuccessful 1FA authentication attempt by user 'amy'" method=POST path=/api/firstfactor remote_ip=203.0.113.41
203.0.113.42/amy :: time="2026-11-12T07:04:02Z" level=error msg="Unsuccessful TOTP authentication attempt by user 'amy'" method=POST path=/api/secondfactor/totp remote_ip=203.0.113.42
203.0.113.43 :: time="2026-11-12T07:04:03Z" level=error msg="User 'amy' is banned until 2026-11-12T08:00:00Z" method=POST path=/api/firstfactor remote_ip=203.0.113.43
- :: time="2026-11-12T07:04:04Z" level=debug msg="Successful 1FA authentication attempt made by user 'bob'" method=POST path=/api/firstfactor remote_ip=198.51.100.4
- :: time="2026-11-12T07:04:05Z" level=info msg="Access to https://app.example.org/ (method GET) is not authorized to user <anonymous>, responding with status code 302 with location redirect to https://auth.example.org/" method=GET path=/api/authz/auth-request remote_ip=198.51.100.5
- :: time="2026-11-12T07:04:06Z" level=error msg="Could not connect to smtp server 198.51.100.25:25: connection refused" provider=notifier
- :: time="2026-11-12T07:04:07Z" level=debug msg="Mark 2FA authentication attempt made by user 'bob'" method=POST path=/api/secondfactor/totp remote_ip=198.51.100.4`,
  'network access, codes and stations': String.raw`
203.0.113.51/amy :: Nov 12 07:05:01 ise1 CISE_Failed_Attempts 0000000101 1 0 2026-11-12 07:05:01.123 +00:00 0000000812 5400 NOTICE Failed-Attempt: Authentication failed, ConfigVersionId=7, Device IP Address=192.0.2.1, UserName=amy, NetworkDeviceName=vpn1, NAS-IP-Address=192.0.2.1, Calling-Station-ID=203.0.113.51, FailureReason=24408 User authentication against Active Directory failed since user has entered the wrong password
203.0.113.52/admin :: Nov 12 07:05:02 ise1 CISE_Administrative_and_Operational_Audit 0000000102 1 0 2026-11-12 07:05:02.123 +00:00 0000000813 51020 NOTICE Administrator-Login: Administrator authentication failed. Login username does not exist., ConfigVersionId=7, AdminInterface=GUI, AdminIPAddress=203.0.113.52, AdminName=admin
- :: Nov 12 07:05:03 ise1 CISE_Passed_Authentications 0000000103 1 0 2026-11-12 07:05:03.123 +00:00 0000000814 5200 NOTICE Passed-Authentication: Authentication succeeded, ConfigVersionId=7, Device IP Address=192.0.2.1, UserName=bob, NetworkDeviceName=vpn1, NAS-IP-Address=192.0.2.1, Calling-Station-ID=198.51.100.4
- :: Nov 12 07:05:04 ise1 CISE_RADIUS_Accounting 0000000104 1 0 2026-11-12 07:05:04.123 +00:00 0000000815 3001 NOTICE Radius-Accounting: RADIUS Accounting stop request, ConfigVersionId=7, Device IP Address=192.0.2.1, User-Name=bob, Acct-Terminate-Cause=User Request, Framed-IP-Address=198.51.100.4
- :: Nov 12 07:05:05 ise1 CISE_Alarm WARN: Health Status Unavailable: Server=ise2 at 198.51.100.9 failed to send health data`,
  'firewall with a portal for users': String.raw`
203.0.113.61/admin :: device="SFW" date=2026-11-12 time=07:06:01 timezone="UTC" device_name="XG" device_id=ab12 log_id=062009617502 log_type="Event" log_component="GUI" log_subtype="Admin" status="Failed" priority=Notice user_name="admin" src_ip=203.0.113.61 message="User 'admin' failed to login from '203.0.113.61' using ssh because of wrong credentials"
203.0.113.62 :: device="SFW" date=2026-11-12 time=07:06:02 timezone="UTC" device_name="XG" device_id=ab12 log_id=010101600001 log_type="Firewall" log_component="Firewall Rule" log_subtype="Denied" status="Deny" priority=Information fw_rule_id=0 src_ip=203.0.113.62 src_country=XX dst_ip=192.0.2.1 protocol="TCP" src_port=40112 dst_port=445 sent_pkts=0
203.0.113.63 :: device="SFW" date=2026-11-12 time=07:06:03 timezone="UTC" device_name="XG" device_id=ab12 log_id=020804407002 log_type="IDP" log_component="Signatures" log_subtype="Drop" priority=Warning idp_policy_id=7 signature_id=1150212 signature_msg="SERVER-WEBAPP command injection attempt" classification="Web Application Attack" rule_priority=1 src_ip=203.0.113.63 dst_ip=192.0.2.1 protocol="TCP" src_port=40113 dst_port=80
203.0.113.64/amy :: device="SFW" date=2026-11-12 time=07:06:04 timezone="UTC" device_name="XG" device_id=ab12 log_id=062910617704 log_type="Event" log_component="SSL VPN Authentication" log_subtype="Authentication" status="Failed" priority=Notice user_name="amy" usergroupname="" auth_client="N/A" auth_mechanism="AD" reason="wrong credentials" src_ip=203.0.113.64 message="User amy failed to login to SSL VPN through AD authentication mechanism because of wrong credentials"
- :: device="SFW" date=2026-11-12 time=07:06:05 timezone="UTC" device_name="XG" device_id=ab12 log_id=062009617501 log_type="Event" log_component="GUI" log_subtype="Admin" status="Successful" priority=Notice user_name="bob" src_ip=198.51.100.4 message="User bob logged in successfully to Web Admin Console"
- :: device="SFW" date=2026-11-12 time=07:06:06 timezone="UTC" device_name="XG" device_id=ab12 log_id=010101600002 log_type="Firewall" log_component="Firewall Rule" log_subtype="Allowed" status="Allow" priority=Information fw_rule_id=7 src_ip=198.51.100.4 src_country=XX dst_ip=192.0.2.1 protocol="TCP" src_port=40114 dst_port=443 sent_pkts=12
- :: device="SFW" date=2026-11-12 time=07:06:07 timezone="UTC" device_name="XG" device_id=ab12 log_id=063210617704 log_type="System Health" log_component="Gateway" log_subtype="System" status="Failed" priority=Critical message="Gateway 198.51.100.9 is down"`,
  'tunnel gate, rejected by number': String.raw`
203.0.113.71/amy :: Nov 12 07:07:01 asa2 : %ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 192.0.2.5 : user = amy : user IP = 203.0.113.71
203.0.113.72/root :: Nov 12 07:07:02 asa2 : %ASA-6-605004: Login denied from 203.0.113.72/40112 to outside:192.0.2.1/ssh for user "root"
203.0.113.73 :: Nov 12 07:07:03 asa2 : %ASA-4-733100: [ Scanning] drop rate-1 exceeded. Current burst rate is 7 per second; Host 203.0.113.73 is attacking. Current burst rate is 200 per second
203.0.113.74/root :: Nov 12 07:07:04 asa2 : %ASA-6-113015: AAA user authentication Rejected : reason = User was not found : local database : user = root : user IP = 203.0.113.74
203.0.113.75 :: Nov 12 07:07:05 asa2 : %ASA-4-402117: IPSEC: Received a non-IPSec packet (protocol= UDP) from 203.0.113.75 to 192.0.2.1, denied
- :: Nov 12 07:07:06 asa2 : %ASA-6-113004: AAA user authentication Successful : server =  192.0.2.5 : user = bob
- :: Nov 12 07:07:07 asa2 : %ASA-6-605005: Login permitted from 198.51.100.4/40113 to inside:192.0.2.1/ssh for user "bob"
- :: Nov 12 07:07:08 asa2 : %ASA-6-302014: Teardown TCP connection 812 for outside:198.51.100.4/443 to inside:192.0.2.9/40114 duration 0:00:30 bytes 0 SYN Timeout
- :: Nov 12 07:07:09 asa2 : %ASA-4-113019: Group = Staff, Username = bob, IP = 198.51.100.4, Session disconnected. Session Type: SSL, Duration: 1h:02m, Bytes xmt: 812, Bytes rcv: 813, Reason: Idle Timeout
- :: Nov 12 07:07:10 asa2 : %ASA-2-113022: AAA Marking RADIUS server 192.0.2.5 in aaa-server group AAA as FAILED`,
  'boxes that store files': String.raw`
203.0.113.81/admin :: Nov 12 07:08:01 nas3 Connection: User [admin] from [203.0.113.81] failed to log in via [DSM] due to authorization failure.
203.0.113.82 :: Nov 12 07:08:02 nas3 Connection: Host [203.0.113.82] was blocked via [SSH].
203.0.113.83/admin :: Nov 12 07:08:03 nas4 qlogd[812]: conn log: Users: admin, Source IP: 203.0.113.83, Computer name: ---, Connection type: HTTPS, Accessed resources: Administration, Action: Login Fail
203.0.113.84/root :: {"timestamp":"2026-11-12 07:08:04.123","event":"AUTHENTICATION","success":false,"address":"203.0.113.84","username":"root","service":"MIDDLEWARE","event_data":{"credentials":{"type":"LOGIN_PASSWORD"},"error":"Bad username or password"}}
- :: Nov 12 07:08:05 nas3 Connection: User [bob] from [198.51.100.4] logged in successfully via [DSM].
- :: Nov 12 07:08:06 nas4 qlogd[812]: conn log: Users: bob, Source IP: 198.51.100.4, Computer name: pc8, Connection type: SAMBA, Accessed resources: ---, Action: Login OK
- :: Nov 12 07:08:07 nas3 Backup: Backup task [nightly] to [198.51.100.9] failed. Failed to connect to the destination.
- :: {"timestamp":"2026-11-12 07:08:08.123","event":"AUTHENTICATION","success":true,"address":"198.51.100.4","username":"bob","service":"MIDDLEWARE","event_data":{"credentials":{"type":"LOGIN_PASSWORD"},"error":null}}
- :: Nov 12 07:08:09 nas4 qlogd[812]: conn log: Users: bob, Source IP: 198.51.100.4, Computer name: pc8, Connection type: SAMBA, Accessed resources: share/x.txt, Action: Delete`,
  'code review over ssh': String.raw`
203.0.113.91 :: [2026-11-12T07:09:01.123Z] ab12 [SshDaemon-812] amy - AUTH FAILURE FROM 203.0.113.91 user-not-found
203.0.113.92 :: [2026-11-12T07:09:02.123Z] ab13 [SshDaemon-812] amy - AUTH FAILURE FROM 203.0.113.92 no-matching-key
203.0.113.93 :: Perforce server error: Date 2026/11/12 07:09:03: Pid 812 amy@ws7 203.0.113.93 [p4/v99] 'user-login' Password invalid.
- :: [2026-11-12T07:09:04.123Z] ab14 [sshd-SshDaemon-7] bob a/1000001 LOGIN FROM 198.51.100.4
- :: [2026-11-12T07:09:05.123Z] ab14 [SSH git-upload-pack] bob a/1000001 git-upload-pack./tools 3ms 120ms 0
- :: [2026-11-12T07:09:06.123Z] ab14 [sshd-SshDaemon-7] bob a/1000001 LOGOUT
- :: [2026-11-12T07:09:07.123Z] ab15 [SSH git-receive-pack] bob a/1000001 git-receive-pack./tools 1ms 80ms killed`,
  'shelves of packages, checks of code': String.raw`
203.0.113.101/amy :: 2026-11-12T07:10:01.123Z [ab12] [DENIED LOGIN]  for client : amy / 203.0.113.101 [token].
203.0.113.102 :: 2026-11-12T07:10:02.123Z [ab13] [DENIED DEPLOY] libs-release:org/x/x-1.jar  for client : anonymous / 203.0.113.102 [anonymous].
203.0.113.103/amy :: 2026.11.12 07:10:03 DEBUG web[ab12][auth.event] login failure [cause|wrong password][method|FORM][provider|LOCAL|local][IP|203.0.113.103][login|amy]
203.0.113.104/amy :: [2026-11-12 07:10:04,123]   WARN -   jetbrains.buildServer.AUTH - Failed to login user "amy" from 203.0.113.104: Incorrect username or password
203.0.113.105 :: time="2026-11-12T07:10:05Z" level=warning msg="finished unary call with code Unauthenticated" error="rpc error: code = Unauthenticated desc = Invalid username or password" grpc.code=Unauthenticated grpc.method=Create grpc.service=session.SessionService peer.address="203.0.113.105:40112" span.kind=server
- :: 2026-11-12T07:10:06.123Z [ab14] [ACCEPTED LOGIN]  for client : bob / 198.51.100.4 [basic].
- :: 2026-11-12T07:10:07.123Z [ab15] [ACCEPTED DOWNLOAD] libs-release:org/x/x-1.jar  for client : bob / 198.51.100.4 [basic].
- :: 2026.11.12 07:10:08 DEBUG web[ab13][auth.event] login success [method|FORM][provider|LOCAL|local][IP|198.51.100.4][login|bob]
- :: [2026-11-12 07:10:09,123]   WARN -   jetbrains.buildServer.SERVER - Build failed, agent pc9 (198.51.100.9), reason: exit code 1
- :: time="2026-11-12T07:10:10Z" level=info msg="finished unary call with code OK" grpc.code=OK grpc.method=Get grpc.service=session.SessionService peer.address="198.51.100.4:40113" span.kind=server
- :: time="2026-11-12T07:10:11Z" level=error msg="failed to fetch repository: authentication required" repo=https://git.example.org/x.git server=198.51.100.9`,
  'databases, audit columns and poolers': String.raw`
203.0.113.111/root :: 20261112 07:11:01,db1,root,203.0.113.111,812,0,FAILED_CONNECT,,,1045
203.0.113.112/app :: 2026-11-12 07:11:02.123 UTC [812] LOG C-0x55aa: app/app@203.0.113.112:40112 closing because: password authentication failed (age=0s)
203.0.113.113 :: 2026-11-12 07:11:03.123 UTC [812] LOG C-0x55ab: (nodb)/(nouser)@203.0.113.113:40113 closing because: no such user: root (age=0s)
203.0.113.114 :: I261112 07:11:04.123456 812 4@util/log/event_log.go:32 [n1,client=203.0.113.114:40114] 7 ={"Timestamp":1762931464123456789,"EventType":"client_authentication_failed","InstanceID":1,"Network":"tcp","RemoteAddress":"203.0.113.114:40114","Transport":"hostssl","User":"amy","Reason":5,"Detail":"password authentication failed for user amy","Method":"cert-password"}
203.0.113.115/app :: 2026-11-12 07:11:05 MySQL_Session.cpp:812:handler_special_queries(): [WARNING] ProxySQL Error: Access denied for user 'app'@'203.0.113.115' (using password: YES)
- :: 20261112 07:11:06,db1,bob,198.51.100.4,813,0,CONNECT,shop,,0
- :: 20261112 07:11:07,db1,bob,198.51.100.4,813,7,QUERY,shop,'SELECT * FROM failed_logins',0
- :: 20261112 07:11:08,db1,bob,198.51.100.4,813,8,QUERY,shop,'SELEC 1',1064
- :: 20261112 07:11:09,db1,bob,198.51.100.4,813,0,DISCONNECT,shop,,0
- :: 2026-11-12 07:11:10.123 UTC [812] LOG C-0x55ac: app/app@198.51.100.4:40115 login attempt: db=app user=app tls=no
- :: 2026-11-12 07:11:11.123 UTC [812] LOG C-0x55ac: app/app@198.51.100.4:40115 closing because: client close request (age=30s)
- :: 2026-11-12 07:11:12.123 UTC [812] LOG S-0x66aa: app/app@198.51.100.9:5432 closing because: connect failed (age=0s)
- :: 2026-11-12 07:11:13 MySQL_HostGroups_Manager.cpp:812:connect(): [ERROR] Failed to connect to backend 198.51.100.9:3306, access denied for monitor`,
  'brokers of messages': String.raw`
203.0.113.121/amy :: [812] 2026/11/12 07:12:01.123456 [ERR] 203.0.113.121:40112 - cid:7 - authentication error - User "amy"
203.0.113.122 :: [812] 2026/11/12 07:12:02.123456 [ERR] 203.0.113.122:40113 - cid:8 - maximum authentication attempts exceeded
203.0.113.123/amy :: 2026-11-12 07:12:03,123 | WARN  | Failed to add Connection id=ID:pc7-1, clientId=x due to User name [amy] or password is invalid. remote=tcp://203.0.113.123:40114 | org.apache.activemq.broker.TransportConnection
203.0.113.124/amy :: 2026-11-12T07:12:04.123456+00:00 [warning] clientid: dev7, msg: authentication_failure, peername: 203.0.113.124:40115, username: amy, reason: bad_username_or_password
203.0.113.125 :: 2026-11-12 07:12:05,123 - Client ID: dev8, IP: 203.0.113.125, could not be authenticated. Reason: invalid credentials
- :: [812] 2026/11/12 07:12:06.123456 [DBG] 198.51.100.4:40116 - cid:9 - Client connection created
- :: [812] 2026/11/12 07:12:07.123456 [INF] 198.51.100.4:40116 - cid:9 - Slow Consumer Detected: WriteDeadline of 10s exceeded with 7 chunks of 812 total bytes.
- :: [812] 2026/11/12 07:12:08.123456 [ERR] Error trying to connect to route (attempt 7): dial tcp 198.51.100.9:6222: connect: connection refused
- :: 2026-11-12 07:12:09,123 | WARN  | Transport Connection to: tcp://198.51.100.4:40117 failed: java.io.EOFException | org.apache.activemq.broker.TransportConnection.Transport
- :: 2026-11-12 07:12:10,123 - Client ID: dev9, IP: 198.51.100.4, Clean Start: true, Session Expiry: 0 connected.
- :: 2026-11-12T07:12:11.123456+00:00 [warning] clientid: dev9, msg: publish_dropped, peername: 198.51.100.4:40118, username: bob, reason: mailbox_full`,
  'router at home': String.raw`
203.0.113.131 :: Nov 12 07:13:01 openwrt uhttpd[812]: [info] luci: failed login on / for root from 203.0.113.131
203.0.113.132/amy :: 12.11.26 07:13:02 Anmeldung des Benutzers amy an der Benutzeroberfläche von IP-Adresse 203.0.113.132 gescheitert (falsches Kennwort).
203.0.113.133 :: Nov 12 07:13:03 vigor: [Web] login from 203.0.113.133 failed, user admin, incorrect password
203.0.113.134 :: Nov 12 07:13:04 rb2 firewall,info drop input: in:ether1 out:(unknown 0), src-mac 00:11:22:33:44:55, proto TCP (SYN), 203.0.113.134:40112->192.0.2.1:23, len 40
- :: Nov 12 07:13:05 openwrt uhttpd[812]: [info] luci: accepted login on / for root from 198.51.100.4
- :: 12.11.26 07:13:06 Internetverbindung wurde erfolgreich hergestellt. IP-Adresse: 198.51.100.4, DNS-Server: 198.51.100.53 und 198.51.100.54, Gateway: 198.51.100.1
- :: 12.11.26 07:13:07 Anmeldung an der Benutzeroberfläche von IP-Adresse 198.51.100.4.
- :: 12.11.26 07:13:08 Anmeldung der Internetrufnummer 00491234 war nicht erfolgreich. Ursache: Gegenstelle 198.51.100.9 antwortet nicht. Zeitüberschreitung.
- :: Nov 12 07:13:09 rb2 dhcp,info dhcp1 assigned 198.51.100.4 to 00:11:22:33:44:56
- :: Nov 12 07:13:10 openwrt dnsmasq-dhcp[813]: DHCPNAK(br-lan) 198.51.100.7 00:11:22:33:44:57 wrong address`,
  'switches, long names of facts': String.raw`
203.0.113.141/admin :: Nov 12 07:14:01 leaf1 Aaa: %AAA-4-LOGIN_FAILED: user admin failed to login [from: 203.0.113.141] [service: sshd] [reason: Authentication failed - Bad user]
203.0.113.142/admin :: Nov 12 07:14:02 x440 AAA: <Warn:AAA.authFail> Login failed for user admin through ssh (203.0.113.142)
203.0.113.143/admin :: Nov 12 07:14:03 2530 auth: Invalid user name/password on SSH session User 'admin' is trying to login from 203.0.113.143
203.0.113.144 :: Nov 12 07:14:04 2530 mgr: SME SSH from 203.0.113.144 - unauthorized manager address
- :: Nov 12 07:14:05 leaf1 Aaa: %AAA-5-LOGIN: user bob logged in [from: 198.51.100.4] [service: sshd]
- :: Nov 12 07:14:06 leaf1 Bgp: %BGP-3-NOTIFICATION: received from neighbor 198.51.100.9 (VRF default AS 65001) 6/5 (Cease/connection rejected) 0 bytes
- :: Nov 12 07:14:07 x440 AAA: <Info:AAA.logout> User bob logout from ssh (198.51.100.4)
- :: Nov 12 07:14:08 2530 mgr: SME SSH from 198.51.100.4 - MANAGER Mode
- :: Nov 12 07:14:09 leaf1 Ntp: %NTP-4-PEER_UNREACH: server 198.51.100.9 rejected: stratum too high`,
  'cloud edges, JSON': String.raw`
203.0.113.151 :: {"timestamp":1762931701123,"formatVersion":1,"webaclId":"arn:x","terminatingRuleId":"SQLi_QUERYARGUMENTS","terminatingRuleType":"MANAGED_RULE_GROUP","action":"BLOCK","httpSourceName":"ALB","httpRequest":{"clientIp":"203.0.113.151","country":"XX","uri":"/list","args":"id=1","httpVersion":"HTTP/1.1","httpMethod":"GET"}}
203.0.113.152 :: {"Action":"block","ClientASN":64500,"ClientIP":"203.0.113.152","ClientRequestHost":"example.org","ClientRequestMethod":"GET","ClientRequestPath":"/xmlrpc.php","Datetime":"2026-11-12T07:15:02Z","EdgeResponseStatus":403,"RuleID":"ab12","Source":"firewallManaged"}
203.0.113.153 :: {"insertId":"ab12","jsonPayload":{"connection":{"dest_ip":"192.0.2.1","dest_port":22,"protocol":6,"src_ip":"203.0.113.153","src_port":40112},"disposition":"DENIED","rule_details":{"action":"DENY","direction":"INGRESS","reference":"network:default/firewall:deny-all"}},"timestamp":"2026-11-12T07:15:03.123Z"}
203.0.113.154 :: {"time":"2026-11-12T07:15:04Z","category":"ApplicationGatewayFirewallLog","operationName":"ApplicationGatewayFirewall","properties":{"clientIp":"203.0.113.154","requestUri":"/?q=1","ruleSetType":"OWASP","ruleId":"942100","message":"SQL Injection Attack Detected","action":"Blocked","hostname":"example.org"}}
203.0.113.155 :: {"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","status":{"code":7,"message":"PERMISSION_DENIED"},"authenticationInfo":{"principalEmail":"amy@example.org"},"requestMetadata":{"callerIp":"203.0.113.155","callerSuppliedUserAgent":"curl"},"serviceName":"secretmanager.googleapis.com","methodName":"AccessSecretVersion"},"severity":"ERROR","timestamp":"2026-11-12T07:15:05.123Z"}
- :: {"timestamp":1762931706123,"formatVersion":1,"webaclId":"arn:x","terminatingRuleId":"Default_Action","terminatingRuleType":"REGULAR","action":"ALLOW","httpSourceName":"ALB","httpRequest":{"clientIp":"198.51.100.4","country":"XX","uri":"/list","args":"id=1","httpVersion":"HTTP/1.1","httpMethod":"GET"}}
- :: {"insertId":"ab13","jsonPayload":{"connection":{"dest_ip":"192.0.2.1","dest_port":443,"protocol":6,"src_ip":"198.51.100.4","src_port":40113},"disposition":"ALLOWED","rule_details":{"action":"ALLOW","direction":"INGRESS","reference":"network:default/firewall:web"}},"timestamp":"2026-11-12T07:15:07.123Z"}
- :: {"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","status":{},"authenticationInfo":{"principalEmail":"bob@example.org"},"requestMetadata":{"callerIp":"198.51.100.4","callerSuppliedUserAgent":"curl"},"serviceName":"compute.googleapis.com","methodName":"v1.compute.instances.insert"},"severity":"NOTICE","timestamp":"2026-11-12T07:15:08.123Z"}
- :: {"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","status":{"code":6,"message":"ALREADY_EXISTS"},"authenticationInfo":{"principalEmail":"bob@example.org"},"requestMetadata":{"callerIp":"198.51.100.4","callerSuppliedUserAgent":"curl"},"serviceName":"compute.googleapis.com","methodName":"v1.compute.instances.insert"},"severity":"ERROR","timestamp":"2026-11-12T07:15:09.123Z"}`,
  'tunnels by key': String.raw`
203.0.113.161 :: Nov 12 07:16:01 gw kernel: wireguard: wg0: Invalid handshake initiation from 203.0.113.161:51820
203.0.113.162 :: Nov 12 07:16:02 gw kernel: wireguard: wg0: Invalid MAC of handshake, dropping packet from 203.0.113.162:51821
203.0.113.163 :: Nov 12 07:16:03 gw ss-server[812]: 2026-11-12 07:16:03 ERROR: failed to handshake with 203.0.113.163: authentication error
203.0.113.164 :: 2026/11/12 07:16:04 203.0.113.164:40112 rejected  proxy/vmess/encoding: invalid user
- :: Nov 12 07:16:05 gw kernel: wireguard: wg0: Receiving handshake initiation from peer 7 (198.51.100.4:51820)
- :: Nov 12 07:16:06 gw kernel: wireguard: wg0: Handshake for peer 7 (198.51.100.4:51820) did not complete after 5 seconds, retrying (try 2)
- :: Nov 12 07:16:07 gw kernel: wireguard: wg0: Keypair 12 destroyed for peer 7
- :: 2026/11/12 07:16:08 198.51.100.4:40113 accepted tcp:example.com:443 [direct]
- :: Nov 12 07:16:09 gw ss-server[812]: 2026-11-12 07:16:09 ERROR: remote recv: Connection reset by peer`,
  'mail, receiving connectors': String.raw`
203.0.113.171 :: 2026-11-12T07:17:01.123Z,EX1\Default Frontend EX1,08DABC,7,192.0.2.1:25,203.0.113.171:40112,>,535 5.7.3 Authentication unsuccessful,
203.0.113.172 :: 2026-11-12T07:17:02.123Z,EX1\Default Frontend EX1,08DABD,9,192.0.2.1:25,203.0.113.172:40113,>,550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain,
203.0.113.173 :: 2026-11-12T07:17:03.123Z,EX1\Client Frontend EX1,08DABE,7,192.0.2.1:587,203.0.113.173:40114,*,,Inbound authentication failed because the client CORP\amy doesn't have submit permission.
- :: 2026-11-12T07:17:04.123Z,EX1\Default Frontend EX1,08DABF,0,192.0.2.1:25,198.51.100.4:40115,+,,
- :: 2026-11-12T07:17:05.123Z,EX1\Default Frontend EX1,08DABF,7,192.0.2.1:25,198.51.100.4:40115,>,235 2.7.0 Authentication successful,
- :: 2026-11-12T07:17:06.123Z,EX1\Default Frontend EX1,08DABF,12,192.0.2.1:25,198.51.100.4:40115,>,250 2.6.0 <ab@example.org> Queued mail for delivery,
- :: 2026-11-12T07:17:07.123Z,EX1\Default Frontend EX1,08DABF,13,192.0.2.1:25,198.51.100.4:40115,-,,Local
- :: 2026-11-12T07:17:08.123Z,EX1\Default Frontend EX1,08DAC0,3,192.0.2.1:25,198.51.100.5:40116,>,452 4.3.1 Insufficient system resources,`,
  'mail, groupware behind its own proxy': String.raw`
203.0.113.181 :: 2026-11-12 07:18:01,123 WARN  [ImapSSLServer-7] [ip=192.0.2.1;oip=203.0.113.181;via=192.0.2.1(nginx/1.20);ua=Mail/1;cid=7;] security - cmd=Auth; account=amy@example.org; protocol=imap; error=authentication failed for [amy@example.org], invalid password;
203.0.113.182 :: 2026-11-12 07:18:02,123 INFO  [qtp7-8443] [oip=203.0.113.182;ua=zclient/9;soapId=ab12;] SoapEngine - handler exception: authentication failed for [root], account not found
- :: 2026-11-12 07:18:03,123 INFO  [ImapSSLServer-8] [ip=192.0.2.1;oip=198.51.100.4;via=192.0.2.1(nginx/1.20);ua=Mail/1;cid=8;] imap - user bob@example.org authenticated, mechanism=PLAIN
- :: 2026-11-12 07:18:04,123 INFO  [ImapSSLServer-8] [name=bob@example.org;ip=192.0.2.1;oip=198.51.100.4;via=192.0.2.1(nginx/1.20);ua=Mail/1;cid=8;] imap - dropping connection for user bob@example.org (LOGOUT)
- :: 2026-11-12 07:18:05,123 WARN  [qtp7-8443] [name=bob@example.org;oip=198.51.100.4;ua=zclient/9;] smtp - Failed to connect to 198.51.100.25:25, trying next host
- :: 2026-11-12 07:18:06,123 INFO  [ImapSSLServer-9] [name=bob@example.org;ip=192.0.2.1;oip=198.51.100.4;via=192.0.2.1(nginx/1.20);ua=Mail/1;cid=9;] imap - SEARCH failed: unknown charset`,
  'mail, young server': String.raw`
203.0.113.191/amy :: 2026-11-12T07:19:01Z INFO Authentication failed (auth.failed) listenerId = "imaptls", localPort = 993, remoteIp = 203.0.113.191, remotePort = 40112, accountName = "amy"
203.0.113.192 :: 2026-11-12T07:19:02Z WARN Banned due to authentication errors (security.authentication-ban) listenerId = "smtp", localPort = 25, remoteIp = 203.0.113.192, remotePort = 40113
203.0.113.193 :: 2026-11-12T07:19:03Z INFO Relay not allowed (smtp.relay-not-allowed) listenerId = "smtp", localPort = 25, remoteIp = 203.0.113.193, remotePort = 40114, to = "a@example.net"
- :: 2026-11-12T07:19:04Z INFO Authentication successful (auth.success) listenerId = "imaptls", localPort = 993, remoteIp = 198.51.100.4, remotePort = 40115, accountName = "bob"
- :: 2026-11-12T07:19:05Z INFO SPF check passed (smtp.spf-from-pass) listenerId = "smtp", localPort = 25, remoteIp = 198.51.100.5, remotePort = 40116, domain = "example.com"
- :: 2026-11-12T07:19:06Z INFO DMARC check failed (smtp.dmarc-fail) listenerId = "smtp", localPort = 25, remoteIp = 198.51.100.5, remotePort = 40116, strict = false
- :: 2026-11-12T07:19:07Z INFO SMTP connection failed (delivery.connect-error) queueId = 7, remoteIp = 198.51.100.9, remotePort = 25, reason = "connection refused"`,
  'files by a young server': String.raw`
203.0.113.201 :: {"level":"debug","time":"2026-11-12T07:20:01.123","sender":"connection_failed","client_ip":"203.0.113.201","username":"amy","login_type":"password","protocol":"SSH","error":"invalid credentials"}
203.0.113.202 :: {"level":"debug","time":"2026-11-12T07:20:02.123","sender":"connection_failed","client_ip":"203.0.113.202","username":"root","login_type":"publickey","protocol":"FTP","error":"not found: user does not exist"}
203.0.113.203 :: {"level":"info","time":"2026-11-12T07:20:03.123","sender":"defender","message":"ip 203.0.113.203 banned, score 100, time 30 minutes"}
- :: {"level":"info","time":"2026-11-12T07:20:04.123","sender":"login","client_ip":"198.51.100.4","username":"bob","login_type":"password","protocol":"SSH","message":"user logged in"}
- :: {"level":"info","time":"2026-11-12T07:20:05.123","sender":"Upload","file_path":"/srv/x.txt","size_bytes":812,"username":"bob","connection_id":"SFTP_ab12","protocol":"SFTP","remote_addr":"198.51.100.4:40112","error":""}
- :: {"level":"error","time":"2026-11-12T07:20:06.123","sender":"Rename","file_path":"/srv/y.txt","username":"bob","connection_id":"SFTP_ab12","protocol":"SFTP","remote_addr":"198.51.100.4:40112","error":"permission denied"}`,
  'modules of a sign-in': String.raw`
203.0.113.211/amy :: Nov 12 07:21:01 host sshd[812]: pam_sss(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.211 user=amy
203.0.113.212 :: Nov 12 07:21:02 host pam_abl[813]: Blocking access from 203.0.113.212 to service ssh, user root
203.0.113.213 :: Nov 12 07:21:03 host login_duo[814]: Failed Duo login for 'amy' from 203.0.113.213
203.0.113.214 :: Nov 12 07:21:04 host sshd[815]: pam_access(sshd:account): access denied for user 'amy' from '203.0.113.214'
203.0.113.215 :: Nov 12 07:21:05 host vsftpd[816]: pam_krb5(vsftpd:auth): authentication failure; logname=amy uid=0 euid=0 tty=ftp ruser=amy rhost=203.0.113.215
- :: Nov 12 07:21:06 host login_duo[817]: Successful Duo login for 'bob' from 198.51.100.4
- :: Nov 12 07:21:07 host sshd[818]: pam_unix(sshd:session): session opened for user bob(uid=1001) by (uid=0)
- :: Nov 12 07:21:08 host systemd[819]: pam_systemd(sshd:session): Failed to create session: Connection timed out
- :: Nov 12 07:21:09 host sshd[820]: pam_ldap(sshd:account): could not contact server 198.51.100.9, unavailable
- :: Nov 12 07:21:10 host sudo[821]: pam_limits(sudo:session): wrong limit value 'x' for limit type 'hard'`,
  'tools with a page of their own': String.raw`
203.0.113.221 :: [W 2026-11-12 07:22:01.123 ServerApp] 401 POST /login?next=%2Flab (203.0.113.221) 12.34ms referer=https://lab.example.org/login
203.0.113.222 :: [07:22:02] error Failed login attempt {"xForwardedFor":"203.0.113.222","remoteAddress":"127.0.0.1","userAgent":"curl/8.0","timestamp":1762932122}
203.0.113.223 :: {"level":20,"timestamp":1762932123123,"event":"auth.login.fail.credentials","username":"admin","client":"editor","scope":"*","ip":"203.0.113.223"}
203.0.113.224/amy :: [2026-11-12 07:22:04,123]  WARN {cps.web:812} Login failed for user "amy" IP-address: 203.0.113.224
203.0.113.225 :: [Nest] 812  - 11/12/2026, 7:22:05 AM    WARN [Api:AuthService~ab12] Failed login attempt for user amy@example.org from ip address 203.0.113.225
- :: [I 2026-11-12 07:22:06.123 ServerApp] 302 POST /login?next=%2Flab (198.51.100.4) 12.34ms
- :: [W 2026-11-12 07:22:07.123 ServerApp] 404 GET /api/contents/x.ipynb (198.51.100.4) 3.21ms referer=https://lab.example.org/lab
- :: [W 2026-11-12 07:22:08.123 ServerApp] WebSocket ping timeout after 90000 ms for 198.51.100.4
- :: {"level":20,"timestamp":1762932129123,"event":"auth.login","username":"bob","client":"editor","scope":"*","ip":"198.51.100.4"}
- :: [2026-11-12 07:22:10,123]  WARN {cps.helper:812} Error sending mail to bob, server 198.51.100.25 refused the message
- :: [Nest] 812  - 11/12/2026, 7:22:11 AM   ERROR [Microservices:MetadataService~ab13] Failed to read metadata of x.jpg uploaded by 198.51.100.4`,
  'wide stores, allowed or not': String.raw`
203.0.113.231/amy :: 2026-11-12 07:23:01,123 INFO FSNamesystem.audit: allowed=false	ugi=amy (auth:SIMPLE)	ip=/203.0.113.231	cmd=open	src=/secret/x	dst=null	perm=null	proto=rpc
203.0.113.232 :: 2026-11-12 07:23:02,123 WARN SecurityLogger.org.apache.hadoop.ipc.Server: Auth failed for 203.0.113.232:40112:null (DIGEST-MD5: IO error acquiring password) with true cause: (token expired)
203.0.113.233 :: 2026-11-12 07:23:03.123 812 WARNING keystone.server.flask.application [req-ab12 - - - - -] Authorization failed. The request you have made requires authentication. from 203.0.113.233: keystone.exception.Unauthorized
- :: 2026-11-12 07:23:04,123 INFO FSNamesystem.audit: allowed=true	ugi=bob (auth:SIMPLE)	ip=/198.51.100.4	cmd=open	src=/data/x	dst=null	perm=null	proto=rpc
- :: 2026-11-12 07:23:05,123 INFO SecurityLogger.org.apache.hadoop.ipc.Server: Auth successful for bob (auth:SIMPLE) from 198.51.100.4:40113
- :: 2026-11-12 07:23:06,123 WARN org.apache.hadoop.hdfs.server.datanode.DataNode: IOException in offerService: Failed on local exception, destination host is 198.51.100.9:8020
- :: 2026-11-12 07:23:07.123 812 WARNING keystone.token.fernet_utils [-] key_repository is world readable
- :: 2026-11-12 07:23:08,123 INFO BlockStateChange: BLOCK* processReport 0xab12: from storage DS-1 node DatanodeRegistration(198.51.100.9:9866), blocks: 7, invalidatedBlocks: 2`,
  'guards that ban by themselves': String.raw`
203.0.113.241 :: 2026-11-12 07:24:01,123 fail2ban.actions        [812]: NOTICE  [web] Ban 203.0.113.241
203.0.113.242 :: Nov 12 07:24:02 host sshguard[812]: Attack from "203.0.113.242" on service SSH with danger 10.
203.0.113.243 :: Nov 12 07:24:03 host sshguard[812]: Blocking "203.0.113.243/32" for 120 secs (3 attacks in 1 secs, after 1 abuses over 1 secs.)
203.0.113.244 :: time="2026-11-12T07:24:04Z" level=info msg="Ip 203.0.113.244 performed 'ssh-bf' (6 events over 2s) at 2026-11-12 07:24:04 +0000 UTC"
203.0.113.245 :: Nov 12 07:24:05 host lfd[813]: (imapd) Failed IMAP login from 203.0.113.245 (XX/Nowhere/-): 10 in the last 3600 secs - *Blocked in csf* [LF_IMAPD]
- :: 2026-11-12 07:24:06,123 fail2ban.actions        [812]: NOTICE  [web] Unban 198.51.100.6
- :: Nov 12 07:24:07 host sshguard[812]: 198.51.100.6: unblocking after 240 secs
- :: time="2026-11-12T07:24:08Z" level=info msg="1 decision deleted for 198.51.100.6"
- :: Nov 12 07:24:09 host lfd[813]: Incoming IP 198.51.100.6 temporary block removed
- :: 2026-11-12 07:24:10,123 fail2ban.filtersystemd   [812]: INFO    [web] Jail is not a JournalFilter instance
- :: 2026-11-12 07:24:11,123 fail2ban.filter          [812]: INFO    [web] Ignore 198.51.100.4 by ignoreip rule`,
  'look-alikes of every day': String.raw`
- :: 2026-11-12 09:01:01 ERROR checkout: validation failed for field email, client 198.51.100.4
- :: 2026-11-12 09:01:02 WARN api: request from 198.51.100.4 rejected: body is not valid JSON
- :: 2026-11-12 09:01:03 WARN api: unknown field "foo" in request from 198.51.100.4
- :: 2026-11-12 09:01:04 INFO auth: refresh token rotated for bob, ip 198.51.100.4
- :: 2026-11-12 09:01:05 INFO auth: session of bob expired, signed out, ip 198.51.100.4
- :: 2026-11-12 09:01:06 INFO users: bob (198.51.100.4) disabled the account of carol
- :: 2026-11-12 09:01:07 INFO users: bob (198.51.100.4) changed his password
- :: 2026-11-12 09:01:08 WARN mail: could not deliver to 198.51.100.25: mailbox unknown
- :: 2026-11-12 09:01:09 ERROR ldap: search at 198.51.100.9 failed: no such object
- :: 2026-11-12 09:01:10 ERROR sync: node 198.51.100.9 rejected our certificate
- :: 2026-11-12 09:01:11 WARN pool: connection to 198.51.100.9:5432 lost: too many clients
- :: 2026-11-12 09:01:12 ERROR job: import from 198.51.100.4 failed: invalid header in line 7 of users.csv
- :: 2026-11-12 09:01:13 WARN gateway: upstream 198.51.100.9 returned 403 for /report
- :: 2026-11-12 09:01:14 INFO proxy: 198.51.100.4 disconnected, idle too long
- :: 2026-11-12 09:01:15 WARN dns: query of 198.51.100.4 for exmaple.com failed: no such name
- :: 2026-11-12 09:01:16 WARN ntp: server 198.51.100.9 rejected: wrong stratum
- :: 2026-11-12 09:01:17 INFO backup: 7 files of 198.51.100.4 skipped, access denied
- :: 2026-11-12 09:01:18 WARN print: job of bob from 198.51.100.4 rejected: printer out of paper
- :: 2026-11-12 09:01:19 ERROR upload: image of 198.51.100.4 is corrupt
- :: 2026-11-12 09:01:20 WARN cart: coupon invalid, session ab12, 198.51.100.4
- :: 2026-11-12 09:01:21 INFO search: no results for "password reset", client 198.51.100.4
- :: 2026-11-12 09:01:22 INFO audit: policy "lockout" changed by bob from 198.51.100.4
- :: 2026-11-12 09:01:23 INFO audit: user amy locked by administrator bob from 198.51.100.4
- :: 2026-11-12 09:01:24 INFO firewall: rule 7 "deny all" added by bob from 198.51.100.4
- :: 2026-11-12 09:01:25 WARN smtp: 198.51.100.5 temporarily deferred, greylisted
- :: 2026-11-12 09:01:26 WARN tls: certificate of client 198.51.100.4 expires in 7 days
- :: 2026-11-12 09:01:27 INFO vpn: peer 198.51.100.4 rekeyed, old key expired
- :: 2026-11-12 09:01:28 WARN ws: client 198.51.100.4 too slow, messages dropped
- :: 2026-11-12 09:01:29 ERROR payment: card of bob refused by bank, client 198.51.100.4
- :: 2026-11-12 09:01:30 WARN form: captcha expired, shown again to 198.51.100.4
- :: 2026-11-12 09:01:31 INFO login: bob signed in from 198.51.100.4 after 1 failed attempt
- :: 2026-11-12 09:01:32 INFO login: remember-me cookie accepted for bob, 198.51.100.4
- :: 2026-11-12 09:01:33 WARN quota: bob (198.51.100.4) exceeded disk quota
- :: 2026-11-12 09:01:34 ERROR build: checkout from 198.51.100.9 failed: host key verification failed
- :: 2026-11-12 09:01:35 INFO dhcp: lease of 198.51.100.4 expired
- :: 2026-11-12 09:01:36 WARN dhcp: request from 198.51.100.4 ignored, not our pool
- :: 2026-11-12 09:01:37 ERROR replication: slave 198.51.100.9 refused binlog position
- :: 2026-11-12 09:01:38 WARN http: 198.51.100.4 aborted the download of big.iso
- :: 2026-11-12 09:01:39 INFO scan: virus scan of mail from 198.51.100.5 clean
- :: 2026-11-12 09:01:40 INFO spam: score -2.1 for message from 198.51.100.5, not spam
- :: 2026-11-12 09:01:41 {"level":"warn","msg":"slow query","client":"198.51.100.4","error":""}
- :: {"level":"error","msg":"unable to render template","client":"198.51.100.4","error":"variable user is not defined"}
- :: {"level":"info","msg":"rate limit status","client":"198.51.100.4","limit":100,"remaining":99}
- :: {"level":"warn","msg":"deprecated api version used","client":"198.51.100.4","version":"v1"}
- :: {"level":"error","msg":"request failed","client":"198.51.100.4","error":"order 7 not found"}
- :: {"level":"error","msg":"failed to charge card","client":"198.51.100.4","error":"card_declined"}
- :: {"level":"info","msg":"password changed","user":"bob","ip":"198.51.100.4","success":true}
- :: {"level":"warn","msg":"email not verified yet","user":"bob","ip":"198.51.100.4"}`,
  'look-alikes of other days': String.raw`
- :: 2026-11-12 10:01:01 INFO admin: bob (198.51.100.4) removed carol from the list of blocked users
- :: 2026-11-12 10:01:02 INFO admin: api key of carol revoked by bob from 198.51.100.4
- :: 2026-11-12 10:01:03 WARN parser: message from 198.51.100.4 has an invalid date, kept as text
- :: 2026-11-12 10:01:04 WARN metrics: scrape of 198.51.100.9 failed: unexpected status 401
- :: 2026-11-12 10:01:05 INFO health: probe of 198.51.100.9 succeeded after 2 failures
- :: 2026-11-12 10:01:06 ERROR feed: 198.51.100.9 sent an unknown record type 7
- :: 2026-11-12 10:01:07 WARN mqtt: client dev7 (198.51.100.4) exceeded keep-alive, disconnected
- :: 2026-11-12 10:01:08 ERROR sms: gateway 198.51.100.9 rejected number 0049123
- :: 2026-11-12 10:01:09 INFO report: 12 failed logins last week, sent to bob, viewed from 198.51.100.4
- :: 2026-11-12 10:01:10 WARN order: delivery address of bob not found, client 198.51.100.4
- :: 2026-11-12 10:01:11 INFO signup: user name amy already taken, client 198.51.100.4
- :: 2026-11-12 10:01:12 WARN game: player bob (198.51.100.4) timed out
- :: 2026-11-12 10:01:13 INFO mail: message from 198.51.100.5 accepted, recipient verified
- :: 2026-11-12 10:01:14 ERROR s3: put from 198.51.100.4 failed: no space left on device
- :: 2026-11-12 10:01:15 WARN raft: 198.51.100.9 refused heartbeat, newer term
- :: 2026-11-12 10:01:16 INFO cert: renewed for 198.51.100.4, old one revoked
- :: 2026-11-12 10:01:17 WARN session: cookie of 198.51.100.4 is from an older version, ignored
- :: 2026-11-12 10:01:18 INFO consent: terms not accepted yet by 198.51.100.4
- :: 2026-11-12 10:01:19 ERROR video: stream of 198.51.100.4 failed: codec not supported
- :: 2026-11-12 10:01:20 WARN cache: entry for 198.51.100.4 invalidated
- :: 2026-11-12 10:01:21 INFO poll: vote of 198.51.100.4 refused, poll is closed
- :: 2026-11-12 10:01:22 WARN chat: message of bob (198.51.100.4) too long, cut
- :: 2026-11-12 10:01:23 INFO invite: link for amy expired, opened from 198.51.100.4
- :: 2026-11-12 10:01:24 ERROR billing: vat number invalid, client 198.51.100.4
- :: {"level":"error","msg":"database error","client":"198.51.100.4","error":"duplicate key value violates unique constraint \"users_email\""}
- :: {"level":"warn","msg":"feature disabled for user","user":"bob","client":"198.51.100.4"}
- :: {"level":"info","msg":"two-factor enabled","user":"bob","ip":"198.51.100.4"}
- :: {"level":"warn","msg":"request cancelled by client","client":"198.51.100.4","error":"context canceled"}
- :: Nov 12 10:01:29 host sshd[812]: Received disconnect from 198.51.100.4 port 40112:11: disconnected by user
- :: Nov 12 10:01:30 host dhcpd[812]: DHCPDECLINE of 198.51.100.4 from 00:11:22:33:44:55 via eth0: not found
- :: Nov 12 10:01:31 host named[812]: client @0x7f1 198.51.100.4#40113 (example.com): query failed (SERVFAIL) for example.com/IN/A at query.c:812
- :: Nov 12 10:01:32 host chronyd[812]: Source 198.51.100.9 replaced with 198.51.100.10, bad offset
- :: Nov 12 10:01:33 host postfix/smtp[812]: ab12: to=<a@example.com>, relay=mx.example.com[198.51.100.9]:25, status=bounced (host mx.example.com[198.51.100.9] said: 550 5.7.1 rejected by policy (in reply to RCPT TO command))
- :: Nov 12 10:01:34 host haproxy[812]: Server shop/web1 is DOWN, reason: Layer7 wrong status, code: 401, info: "Unauthorized", check duration: 2ms, 198.51.100.9`,
  'look-alikes of work': String.raw`
- :: 2026-11-12 11:01:01 INFO team: invitation of amy declined, client 198.51.100.4
- :: 2026-11-12 11:01:02 WARN import: 3 of 40 users skipped, unknown role, started by bob from 198.51.100.4
- :: 2026-11-12 11:01:03 INFO settings: bob turned on the lockout after 5 failed logins, 198.51.100.4
- :: 2026-11-12 11:01:04 ERROR oauth: provider 198.51.100.9 returned invalid_client for our id
- :: 2026-11-12 11:01:05 WARN calendar: event of bob rejected by attendee, 198.51.100.4
- :: 2026-11-12 11:01:06 ERROR ssh: connect to 198.51.100.9 failed: permission denied for deploy
- :: 2026-11-12 11:01:07 INFO docs: access to plan.odt requested by bob from 198.51.100.4
- :: 2026-11-12 11:01:08 WARN geo: no location found for 198.51.100.4
- :: 2026-11-12 11:01:09 WARN form: phone number of 198.51.100.4 not valid, asked again
- :: 2026-11-12 11:01:10 INFO payments: refund refused by bob, client 198.51.100.4
- :: 2026-11-12 11:01:11 WARN iot: sensor 198.51.100.4 sent a wrong checksum, resent
- :: 2026-11-12 11:01:12 INFO billing: account 4711 closed on request of 198.51.100.4
- :: 2026-11-12 11:01:13 ERROR smtp: 198.51.100.25 rejected our login, check the relay password
- :: 2026-11-12 11:01:14 INFO login: password hint shown to 198.51.100.4
- :: 2026-11-12 11:01:15 WARN login: captcha shown to 198.51.100.4
- :: 2026-11-12 11:01:16 INFO api: key 7 of bob expires in 3 days, last used from 198.51.100.4
- :: 2026-11-12 11:01:17 ERROR pdf: font not found while printing for 198.51.100.4
- :: 2026-11-12 11:01:18 INFO review: comment of bob blocked by moderator carol, 198.51.100.4
- :: 2026-11-12 11:01:19 WARN vpn: tunnel to 198.51.100.9 down, phase 1 timed out
- :: 2026-11-12 11:01:20 INFO audit: export of failed logins downloaded by bob from 198.51.100.4
- :: {"level":"warn","msg":"validation error","client":"198.51.100.4","errors":["name is too long","zip code invalid"]}
- :: {"level":"error","msg":"unhandled rejection","client":"198.51.100.4","error":"TypeError: cannot read properties of undefined (reading 'user')"}
- :: {"level":"info","msg":"account verified","user":"bob","ip":"198.51.100.4"}
- :: {"level":"warn","msg":"payment method rejected","user":"bob","ip":"198.51.100.4","reason":"insufficient_funds"}`,
}
