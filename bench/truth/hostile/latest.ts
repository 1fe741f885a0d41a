/** Only counted: written after the rules of all others. */
export const latest: Readonly<Record<string, string>> = {
  'vaults for administrators': String.raw`
203.0.113.11 :: Nov 12 12:01:01 pam1 CEF:0|CyberVault|Vault|12.1|8|Logon failure|7|act=Logon failure suser=amy src=203.0.113.11 reason=Invalid RADIUS response
203.0.113.12 :: Nov 12 12:01:02 bastion1 rdpproxy[812]: [RDP Session] type="AUTHENTICATION_FAILURE" user="amy" client_ip="203.0.113.12" target_ip="192.0.2.9" method="Password"
203.0.113.13 :: 2026-11-12T12:01:03Z boundary: {"op":"authenticate","status":401,"remote_ip":"203.0.113.13","msg":"unable to authenticate account"}
- :: Nov 12 12:01:04 pam1 CEF:0|CyberVault|Vault|12.1|7|Logon|5|act=Logon suser=bob src=198.51.100.4 reason=
- :: Nov 12 12:01:05 bastion1 rdpproxy[813]: [RDP Session] type="SESSION_ESTABLISHED_SUCCESSFULLY" user="bob" client_ip="198.51.100.4" target_ip="192.0.2.9"
- :: Nov 12 12:01:06 bastion1 rdpproxy[813]: [RDP Session] type="TARGET_CONNECTION_FAILED" user="bob" client_ip="198.51.100.4" target_ip="192.0.2.9" description="Name or service not known"`,
  'services rented, audit records': String.raw`
203.0.113.21 :: {"EVENT_TIMESTAMP":"2026-11-12T12:02:01Z","EVENT_TYPE":"LOGIN","USER_NAME":"AMY","CLIENT_IP":"203.0.113.21","FIRST_AUTHENTICATION_FACTOR":"PASSWORD","IS_SUCCESS":"NO","ERROR_CODE":390100,"ERROR_MESSAGE":"INCORRECT_USERNAME_PASSWORD"}
203.0.113.22 :: {"@timestamp":1762948922123,"action":"user.failed_login","actor":"amy","actor_ip":"203.0.113.22","actor_location":{"country_code":"XX"}}
203.0.113.23 :: 2026-11-12T12:02:03Z,amy@example.org,203.0.113.23,Remote Access 2.0,Invalid Password,Chrome 120,Windows
203.0.113.24 :: {"id":{"time":"2026-11-12T12:02:04Z","applicationName":"login"},"actor":{"email":"amy@example.org"},"ipAddress":"203.0.113.24","events":[{"type":"login","name":"login_failure","parameters":[{"name":"login_type","value":"google_password"}]}]}
- :: {"EVENT_TIMESTAMP":"2026-11-12T12:02:05Z","EVENT_TYPE":"LOGIN","USER_NAME":"BOB","CLIENT_IP":"198.51.100.4","FIRST_AUTHENTICATION_FACTOR":"PASSWORD","IS_SUCCESS":"YES","ERROR_CODE":null,"ERROR_MESSAGE":null}
- :: {"@timestamp":1762948926123,"action":"repo.create","actor":"bob","actor_ip":"198.51.100.4","repo":"x/y"}
- :: {"@timestamp":1762948927123,"action":"team.remove_member","actor":"bob","actor_ip":"198.51.100.4","user":"carol"}
- :: 2026-11-12T12:02:08Z,bob@example.org,198.51.100.4,Remote Access 2.0,Success,Chrome 120,Windows`,
  'routers of further makers': String.raw`
203.0.113.31 :: Nov 12 12:03:01 er4 sudo: pam_unix(sudo:auth): authentication failure; logname=amy uid=1000 euid=0 tty=/dev/pts/0 ruser=amy rhost=203.0.113.31 user=amy
203.0.113.32 :: [DoS Attack: SYN/ACK Scan] from source: 203.0.113.32, port 443, Thursday, November 12, 2026 12:03:02
203.0.113.33 :: [admin login failure] from source 203.0.113.33, Thursday, November 12, 2026 12:03:03
203.0.113.34 :: Nov 12 12:03:04 lancom1 LOGIN: SSH login of user "root" from 203.0.113.34 rejected
203.0.113.35 :: Nov 12 12:03:05 peplink Admin: Failed login attempt from 203.0.113.35 (admin)
203.0.113.36 :: Nov 12 12:03:06 opn audit[812]: /index.php: Web GUI authentication error for 'root' from 203.0.113.36
- :: [admin login] from source 198.51.100.4, Thursday, November 12, 2026 12:03:07
- :: [DHCP IP: 198.51.100.4] to MAC address 00:11:22:33:44:55, Thursday, November 12, 2026 12:03:08
- :: Nov 12 12:03:09 lancom1 LOGIN: SSH login of user "bob" from 198.51.100.4 accepted
- :: Nov 12 12:03:10 peplink WAN: WAN 1 disconnected (no reply from 198.51.100.9)
- :: Nov 12 12:03:11 opn audit[813]: /index.php: Successful login for user 'bob' from: 198.51.100.4`,
  'programs by their frameworks': String.raw`
203.0.113.41 :: info: Shop.Identity.SignInService[14] User amy failed to provide the correct password. RemoteIp=203.0.113.41
203.0.113.42 :: [GIN] 2026/11/12 - 12:04:02 | 401 |     1.234ms |    203.0.113.42 | POST     "/api/v1/login"
203.0.113.43 :: 12:04:03.123 request_id=ab12 remote_ip=203.0.113.43 [warning] sign in rejected: no account for x@example.org
203.0.113.44 :: 2026-11-12 12:04:04,123 [WARN] from application in default-dispatcher-7 - Bad password for account amy, remote address 203.0.113.44
203.0.113.45 :: 2026/11/12 12:04:05 ERROR oauth: invalid_grant client_ip=203.0.113.45 user=amy
203.0.113.46 :: {"level":"warn","message":"Blocked SSRF attempt","remoteAddress":"203.0.113.46","url":"http://169.254.169.254/"}
- :: info: Shop.Identity.SignInService[15] User bob logged in. RemoteIp=198.51.100.4
- :: [GIN] 2026/11/12 - 12:04:08 | 200 |     1.234ms |    198.51.100.4 | GET      "/api/v1/list"
- :: 12:04:09.123 request_id=ab13 remote_ip=198.51.100.4 [warning] could not render report: no data for account 4711
- :: 2026-11-12 12:04:10,123 [WARN] from application in default-dispatcher-7 - Rejected execution of task, queue full, remote address 198.51.100.4
- :: {"level":"warn","message":"Image proxy could not fetch remote file","remoteAddress":"198.51.100.4","url":"http://example.com/x.png"}`,
  'media and houses': String.raw`
203.0.113.51 :: Nov 12, 2026 12:05:01.123 [0x7f12] WARN - [Req#812] MyPlex: unauthorized token from 203.0.113.51
203.0.113.52 :: 2026-11-12 12:05:02.123 Warn HttpServer: AUTH-ERROR: 203.0.113.52 - Invalid user or password entered
203.0.113.53 :: 2026-11-12 12:05:03.123 WARNING (MainThread) [components.http.ban] Login attempt or request with invalid authentication from pc7.example.net (203.0.113.53). Requested URL: '/auth/login_flow'
203.0.113.54 :: 2026-11-12 12:05:04 [SECURITY] alarm panel: wrong disarm code, keypad app 203.0.113.54
- :: Nov 12, 2026 12:05:05.123 [0x7f12] ERROR - [Req#813] Transcoder: cannot decode x.mkv for 198.51.100.4
- :: 2026-11-12 12:05:06.123 Info HttpServer: 198.51.100.4 started playing x.mkv
- :: 2026-11-12 12:05:07.123 WARNING (MainThread) [components.light] Light kitchen at 198.51.100.9 not available
- :: 2026-11-12 12:05:08 [SECURITY] alarm panel: disarmed by bob, keypad app 198.51.100.4`,
  'copies and clouds of files': String.raw`
203.0.113.61 :: [12.11.2026 12:06:01.123] <12> Error    Failed to authenticate user CORP\amy connecting from 203.0.113.61
203.0.113.62 :: {"level":"error","service":"proxy","msg":"failed to authenticate the request","remote-addr":"203.0.113.62","path":"/remote.php/dav"}
203.0.113.63 :: 2026/11/12 12:06:03 rsync --daemon: auth failed on module backup from pc7.example.net (203.0.113.63): password mismatch
203.0.113.64 :: 2026-11-12 12:06:04 share link: too many wrong passwords, link closed for 203.0.113.64
- :: [12.11.2026 12:06:05.123] <12> Warning  Processing vm7 failed: snapshot of 198.51.100.9 could not be created
- :: {"level":"info","service":"proxy","msg":"access token refreshed","remote-addr":"198.51.100.4","path":"/remote.php/dav"}
- :: 2026/11/12 12:06:07 rsync on backup from bob@pc8.example.net (198.51.100.4)
- :: 2026-11-12 12:06:08 share link of bob opened by 198.51.100.4, password correct
- :: 2026-11-12 12:06:09 sync client 198.51.100.4: conflict in plan.odt, both kept`,
}
