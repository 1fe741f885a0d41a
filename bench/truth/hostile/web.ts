/** Web servers and what runs behind them, as far as they write sentences and records rather than access logs. */
export const web: Readonly<Record<string, string>> = {
  'web server, errors with modules': String.raw`
203.0.113.11 :: [Thu Nov 12 03:41:01.123456 2026] [access_compat:error] [pid 912:tid 139] [client 203.0.113.11:40112] AH01797: client denied by server configuration: /var/www/private/
203.0.113.12/amy :: [Thu Nov 12 03:41:02.123456 2026] [auth_basic:error] [pid 912:tid 140] [client 203.0.113.12:40113] AH01618: user amy not found: /private
203.0.113.13 :: [Thu Nov 12 03:41:03.123456 2026] [auth_digest:error] [pid 912:tid 141] [client 203.0.113.13:40114] AH01790: user 'bob': password mismatch: /digest/
203.0.113.14 :: [Thu Nov 12 03:41:04.123456 2026] [php:error] [pid 913] [client 203.0.113.14:40115] script '/var/www/html/xmlrpc.php' not found or unable to stat
203.0.113.15 :: [Thu Nov 12 03:41:05.123456 2026] [cgi:error] [pid 913] [client 203.0.113.15:40116] AH02811: script not found or unable to stat: /usr/lib/cgi-bin/test-cgi
203.0.113.16 :: [Thu Nov 12 03:41:06.123456 2026] [core:error] [pid 913] [client 203.0.113.16:40117] AH00126: Invalid URI in request GET /../../etc/passwd HTTP/1.1
203.0.113.17 :: [Thu Nov 12 03:41:06 2026] [error] [client 203.0.113.17] File does not exist: /var/www/html/phpmyadmin
203.0.113.18 :: [Thu Nov 12 03:41:07.123456 2026] [authz_core:error] [pid 914] [client 203.0.113.18:40118] AH01630: client denied by server configuration: /var/www/html/.git
- :: [Thu Nov 12 03:41:08.123456 2026] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache configured -- resuming normal operations
- :: [Thu Nov 12 03:41:09.123456 2026] [proxy:error] [pid 914] (111)Connection refused: AH00957: HTTP: attempt to connect to 198.51.100.9:8080 (backend) failed
- :: [Thu Nov 12 03:41:10.123456 2026] [proxy_http:error] [pid 914] [client 198.51.100.4:40119] AH01114: HTTP: failed to make connection to backend: 198.51.100.9
- :: [Thu Nov 12 03:41:11.123456 2026] [php:warn] [pid 914] [client 198.51.100.4:40120] PHP Warning:  Undefined variable $user in /var/www/html/index.php on line 12
- :: [Thu Nov 12 03:41:12.123456 2026] [ssl:warn] [pid 1] AH01909: www.example.org:443:0 server certificate does NOT include an ID which matches the server name
- :: [Thu Nov 12 03:41:13.123456 2026] [reqtimeout:info] [pid 914] [client 198.51.100.4:40121] AH01382: Request header read timeout`,
  'web server, errors with requests': String.raw`
203.0.113.21/admin :: 2026/11/12 03:42:01 [error] 31#31: *88 user "admin" was not found in "/etc/nginx/htpasswd", client: 203.0.113.21, server: example.org, request: "GET /admin HTTP/1.1", host: "example.org"
203.0.113.22 :: 2026/11/12 03:42:02 [error] 31#31: *89 access forbidden by rule, client: 203.0.113.22, server: example.org, request: "GET /.env HTTP/1.1", host: "example.org"
203.0.113.23 :: 2026/11/12 03:42:03 [error] 31#31: *90 limiting connections by zone "addr", client: 203.0.113.23, server: example.org, request: "GET / HTTP/1.1"
203.0.113.24 :: 2026/11/12 03:42:04 [error] 31#31: *91 open() "/var/www/wp-login.php" failed (2: No such file or directory), client: 203.0.113.24, server: example.org, request: "GET /wp-login.php HTTP/1.1"
203.0.113.25 :: 2026/11/12 03:42:05 [info] 31#31: *92 client sent invalid request while reading client request line, client: 203.0.113.25, server: example.org, request: "SSH-2.0-Go"
203.0.113.26 :: 2026/11/12 03:42:06 [error] 31#31: *93 FastCGI sent in stderr: "Primary script unknown" while reading response header from upstream, client: 203.0.113.26, server: example.org, request: "GET /shell.php HTTP/1.1"
- :: 2026/11/12 03:42:07 [error] 31#31: *94 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 198.51.100.4, server: example.org, request: "GET /report HTTP/1.1", upstream: "http://127.0.0.1:3000/report"
- :: 2026/11/12 03:42:08 [error] 31#31: *95 open() "/var/www/favicon.ico" failed (2: No such file or directory), client: 198.51.100.4, server: example.org, request: "GET /favicon.ico HTTP/1.1"
- :: 2026/11/12 03:42:09 [warn] 31#31: *96 a client request body is buffered to a temporary file /tmp/1, client: 198.51.100.4, server: example.org, request: "POST /upload HTTP/1.1"
- :: 2026/11/12 03:42:10 [crit] 31#31: *97 open() "/var/lib/nginx/x" failed (13: Permission denied) while reading upstream, client: 198.51.100.4, server: example.org, request: "GET /app.js HTTP/1.1", upstream: "http://127.0.0.1:3000/app.js"
- :: 2026/11/12 03:42:11 [error] 31#31: *98 connect() failed (113: No route to host) while connecting to upstream, client: 198.51.100.4, server: example.org, request: "GET /login HTTP/1.1", upstream: "http://198.51.100.9:3000/login"`,
  'request firewall': String.raw`
203.0.113.31 :: [Thu Nov 12 03:43:01.123456 2026] [:error] [pid 31] [client 203.0.113.31:40112] [client 203.0.113.31] ModSecurity: Access denied with code 403 (phase 2). Pattern match "(?i:union.*select)" at ARGS:q. [file "/etc/rules/942.conf"] [line "45"] [id "942190"] [msg "Detects MSSQL code execution"] [hostname "example.org"] [uri "/search"] [unique_id "Zx1"]
203.0.113.32 :: {"timestamp":"2026-11-12T03:43:02Z","action":"BLOCK","terminatingRuleId":"sqli","httpRequest":{"clientIp":"203.0.113.32","country":"XX","uri":"/search","args":"q=1","httpMethod":"GET"}}
203.0.113.33 :: 2026/11/12 03:43:03 [error] 32#32: *7 NAXSI_FMT: ip=203.0.113.33&server=example.org&uri=/x&block=1&cscore0=$SQL&score0=8&id0=1000, client: 203.0.113.33, server: example.org, request: "GET /x?a=select HTTP/1.1"
- :: {"timestamp":"2026-11-12T03:43:04Z","action":"ALLOW","terminatingRuleId":"Default_Action","httpRequest":{"clientIp":"198.51.100.4","country":"XX","uri":"/search","args":"q=shoes","httpMethod":"GET"}}
- :: [Thu Nov 12 03:43:05.123456 2026] [:notice] [pid 1] ModSecurity for Apache/2.9.7 configured. Rules loaded: 812`,
  'content management': String.raw`
203.0.113.41/admin :: Nov 12 03:44:01 web wordpress(blog.example.org)[712]: Authentication attempt for unknown user admin from 203.0.113.41
203.0.113.42/editor :: Nov 12 03:44:02 web wordpress(blog.example.org)[713]: XML-RPC authentication failure for editor from 203.0.113.42
203.0.113.43 :: Nov 12 03:44:03 web wordpress(blog.example.org)[714]: Blocked user enumeration attempt from 203.0.113.43
203.0.113.44 :: Nov 12 03:44:04 web wordpress(blog.example.org)[715]: Pingback error 17 generated from 203.0.113.44 (spam)
203.0.113.45 :: Nov 12 03:44:05 web drupal: https://example.org|1762918999|user|203.0.113.45|https://example.org/user/login||0||Login attempt failed for root.
203.0.113.46/admin :: 2026-11-12T03:44:06+00:00	INFO 203.0.113.46	joomlafailure	Username and password do not match or you do not have an account yet. user "admin"
- :: Nov 12 03:44:07 web wordpress(blog.example.org)[716]: Accepted password for amy from 198.51.100.4
- :: Nov 12 03:44:08 web drupal: https://example.org|1762919008|user|198.51.100.4|https://example.org/user/login||4||Session opened for amy.
- :: Nov 12 03:44:09 web drupal: https://example.org|1762919009|page not found|198.51.100.4|https://example.org/old-page|https://search.example|0||old-page
- :: Nov 12 03:44:10 web wordpress(blog.example.org)[717]: Comment 71 approved by amy from 198.51.100.4
- :: Nov 12 03:44:11 web drupal: https://example.org|1762919011|cron|198.51.100.4|https://example.org/cron||0||Cron run completed.`,
  'forum and wiki': String.raw`
203.0.113.51/amy :: 2026-11-12 03:45:01 [forum] login error: wrong password supplied for member "amy" (ip 203.0.113.51)
203.0.113.52 :: 2026-11-12T03:45:02+00:00 wiki authentication: WARNING Login attempt failed user=WikiSysop ip=203.0.113.52 event=login successful=0
203.0.113.53 :: 2026-11-12 03:45:03 [forum] registration rejected: 203.0.113.53 is listed in stopforumspam
203.0.113.54 :: 2026-11-12 03:45:04 phpbb: LOG_LOGIN_FAILED_FREQUENT user_ip=203.0.113.54 username=moderator
- :: 2026-11-12 03:45:05 [forum] member "bob" logged in (ip 198.51.100.4)
- :: 2026-11-12 03:45:06 [forum] member "bob" posted topic 812 (ip 198.51.100.4)
- :: 2026-11-12 03:45:07 [forum] search by "bob" found no results (ip 198.51.100.4)
- :: 2026-11-12T03:45:08+00:00 wiki authentication: INFO Login succeeded user=amy ip=198.51.100.4 event=login successful=1`,
  'git server': String.raw`
203.0.113.61/amy :: 2026/11/12 03:46:01 routers/web/auth/auth.go:201:SignInPost() [W] Failed authentication attempt for amy from 203.0.113.61:51234: user's password is invalid [uid: 7, name: amy]
203.0.113.62 :: 2026/11/12 03:46:02 modules/ssh/ssh.go:188:publicKeyHandler() [W] Failed authentication attempt from 203.0.113.62:51235
203.0.113.63/root :: {"severity":"INFO","time":"2026-11-12T03:46:03.123Z","message":"Failed Login: username=root ip=203.0.113.63"}
203.0.113.64 :: {"method":"POST","path":"/users/sign_in","format":"html","controller":"SessionsController","action":"new","status":401,"remote_ip":"203.0.113.64","username":null,"time":"2026-11-12T03:46:04.123Z"}
203.0.113.65 :: {"message":"Rack_Attack","env":"throttle","remote_ip":"203.0.113.65","request_method":"POST","path":"/users/sign_in","matched":"throttle_unauthenticated","time":"2026-11-12T03:46:05.123Z"}
- :: {"severity":"INFO","time":"2026-11-12T03:46:06.123Z","message":"Successful Login: username=amy ip=198.51.100.4 method=standard"}
- :: 2026/11/12 03:46:07 routers/web/repo/http.go:412:serviceRPC() [E] Fail to serve RPC(git-upload-pack) in amy/repo: exit status 128 - fatal: the remote end hung up unexpectedly
- :: 2026/11/12 03:46:08 HTTPRequest [I] Completed GET /amy/repo 200 OK in 12.3ms, client 198.51.100.4
- :: {"method":"GET","path":"/amy/repo","format":"html","controller":"ProjectsController","action":"show","status":404,"remote_ip":"198.51.100.4","username":"amy","time":"2026-11-12T03:46:09.123Z"}`,
  'container registry': String.raw`
203.0.113.71/deploy :: time="2026-11-12T03:47:01Z" level=error msg="error authenticating user \"deploy\": authentication failure" go.version=go1.22 http.request.host=registry.example.org http.request.method=GET http.request.remoteaddr="203.0.113.71:40112" http.request.uri="/v2/"
203.0.113.72/admin :: 2026-11-12T03:47:02Z [ERROR] [/core/auth/authenticator.go:171]: Error occurred in authentication, user admin from 203.0.113.72: not authorized, invalid credentials
- :: time="2026-11-12T03:47:03Z" level=warning msg="error authorizing context: basic authentication challenge for realm \"Registry\": no basic auth credentials" http.request.remoteaddr="198.51.100.4:40113" http.request.uri="/v2/"
- :: time="2026-11-12T03:47:04Z" level=info msg="response completed" http.request.method=GET http.request.remoteaddr="198.51.100.4:40114" http.request.uri="/v2/app/manifests/latest" http.response.status=200 http.response.written=1411
- :: time="2026-11-12T03:47:05Z" level=error msg="response completed with error" err.code="manifest unknown" err.detail="unknown tag=v9" http.request.method=GET http.request.remoteaddr="198.51.100.4:40115" http.request.uri="/v2/app/manifests/v9" http.response.status=404`,
  'build server': String.raw`
203.0.113.81/admin :: 2026-11-12 03:48:01.123+0000 [id=91] INFO h.s.AuthenticationProcessingFilter2#unsuccessfulAuthentication: Login attempt failed: user admin, remote 203.0.113.81
203.0.113.82 :: [2026-11-12 03:48:02,123] WARN - jetbrains.buildServer.AUTH - Failed to authenticate user: bob, remote: 203.0.113.82:51234, reason: Incorrect username or password
- :: 2026-11-12 03:48:03.123+0000 [id=92] INFO jenkins.InitReactorRunner$1#onAttained: Completed initialization
- :: [2026-11-12 03:48:04,123] INFO - jetbrains.buildServer.AUTH - User logged in: amy, remote: 198.51.100.4:51235
- :: [2026-11-12 03:48:05,123] WARN - agent disconnected: build-3 (198.51.100.7): no data received for 60 seconds
- :: 2026-11-12 03:48:06.123+0000 [id=93] WARNING h.r.SocketChannel#read: Connection from build-3/198.51.100.7 terminated`,
  'monitoring pages': String.raw`
203.0.113.91 :: logger=authn.service t=2026-11-12T03:49:01.123Z level=error msg="Failed to authenticate request" client=auth.client.form error="[password-auth.failed] failed to authenticate identity" remote_addr=203.0.113.91
203.0.113.92/Admin :: 2026-11-12 03:49:02 zabbix-web: login failed "Admin" 203.0.113.92
203.0.113.93 :: {"log.level":"warn","@timestamp":"2026-11-12T03:49:03Z","message":"Authentication attempt failed: unable to authenticate user","client.ip":"203.0.113.93","user.name":"kibana","service.name":"kibana"}
203.0.113.94/nagiosadmin :: 2026-11-12 03:49:04 Auth failure: user nagiosadmin denied (203.0.113.94), reason=bad_password
- :: logger=context userId=3 orgId=1 uname=amy t=2026-11-12T03:49:05.123Z level=info msg="Request Completed" method=GET path=/api/ds/query status=400 remote_addr=198.51.100.4 time_ms=7
- :: logger=tsdb.prometheus t=2026-11-12T03:49:06.123Z level=error msg="Query error" error="Post \"http://198.51.100.9:9090/api/v1/query\": dial tcp 198.51.100.9:9090: connect: connection refused"
- :: logger=ngalert.notifier t=2026-11-12T03:49:07.123Z level=warn msg="failed to send notification" receiver=mail error="dial tcp 198.51.100.25:587: i/o timeout"`,
  'password manager': String.raw`
203.0.113.101/amy@example.org :: [2026-11-12 03:50:01.123][vaultwarden::api::identity][ERROR] 2FA token not provided or invalid TOTP code! Server time: 2026-11-12 03:50:01 UTC IP: 203.0.113.101. Username: amy@example.org.
203.0.113.102/x@example.org :: [2026-11-12 03:50:02.123][vaultwarden::api::identity][ERROR] Username or password is incorrect. Try again. IP: 203.0.113.102. Username: x@example.org.
2001:db8:5::102 :: [2026-11-12 03:50:03.123][vaultwarden::api::admin][ERROR] Invalid admin token. IP: 2001:db8:5::102
203.0.113.103 :: {"time":"2026-11-12T03:50:04Z","type":"request","auth":{"display_name":"","policies":null},"request":{"operation":"update","path":"auth/userpass/login/amy","remote_address":"203.0.113.103"},"error":"invalid username or password"}
- :: [2026-11-12 03:50:05.123][vaultwarden::api::identity][INFO] User amy@example.org logged in successfully. IP: 198.51.100.4
- :: [2026-11-12 03:50:06.123][vaultwarden::mail][ERROR] SMTP error: Connection error: Connection refused (os error 111)
- :: {"time":"2026-11-12T03:50:07Z","type":"response","auth":{"display_name":"userpass-amy","policies":["default"]},"request":{"operation":"update","path":"auth/userpass/login/amy","remote_address":"198.51.100.4"}}`,
  'single sign-on': String.raw`
203.0.113.111/amy :: {"timestamp":"2026-11-12T03:51:01.123Z","level":"WARN","loggerName":"org.keycloak.events","message":"type=\"LOGIN_ERROR\", realmId=\"r1\", clientId=\"account\", userId=\"8c1\", ipAddress=\"203.0.113.111\", error=\"invalid_user_credentials\", auth_method=\"openid-connect\", username=\"amy\""}
203.0.113.112/root :: time="2026-11-12T03:51:02Z" level=error msg="Unsuccessful 1FA authentication attempt by user 'root'" method=POST path=/api/firstfactor remote_ip=203.0.113.112
203.0.113.113 :: {"event": "f(stages.password): invalid credentials", "level": "warning", "logger": "authentik.audit", "action": "login_failed", "client_ip": "203.0.113.113", "timestamp": "2026-11-12T03:51:03.123"}
203.0.113.114/bob :: Nov 12 03:51:04 sso cas[77]: WHO: bob WHAT: supplied credentials: [bob] ACTION: AUTHENTICATION_FAILED APPLICATION: CAS CLIENT IP ADDRESS: 203.0.113.114 SERVER IP ADDRESS: 192.0.2.1
203.0.113.115 :: {"eventType":"user.session.start","outcome":{"result":"FAILURE","reason":"INVALID_CREDENTIALS"},"actor":{"alternateId":"amy@example.org"},"client":{"ipAddress":"203.0.113.115","device":"Computer"},"published":"2026-11-12T03:51:05.000Z"}
- :: {"eventType":"user.session.start","outcome":{"result":"SUCCESS"},"actor":{"alternateId":"amy@example.org"},"client":{"ipAddress":"198.51.100.4","device":"Computer"},"published":"2026-11-12T03:51:06.000Z"}
- :: time="2026-11-12T03:51:07Z" level=info msg="Successful 1FA authentication attempt made by user 'amy'" method=POST path=/api/firstfactor remote_ip=198.51.100.4
- :: {"timestamp":"2026-11-12T03:51:08.123Z","level":"INFO","loggerName":"org.keycloak.events","message":"type=\"REFRESH_TOKEN\", realmId=\"r1\", clientId=\"account\", userId=\"8c1\", ipAddress=\"198.51.100.4\""}
- :: Nov 12 03:51:09 sso cas[77]: WHO: amy WHAT: TGT-1 ACTION: TICKET_GRANTING_TICKET_CREATED APPLICATION: CAS CLIENT IP ADDRESS: 198.51.100.4 SERVER IP ADDRESS: 192.0.2.1`,
  'cloud audit': String.raw`
203.0.113.121/amy :: {"eventVersion":"1.08","eventTime":"2026-11-12T03:52:01Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","sourceIPAddress":"203.0.113.121","userAgent":"Mozilla/5.0","errorMessage":"Failed authentication","userIdentity":{"type":"IAMUser","userName":"amy"},"responseElements":{"ConsoleLogin":"Failure"},"additionalEventData":{"MFAUsed":"No"}}
203.0.113.122 :: {"eventVersion":"1.08","eventTime":"2026-11-12T03:52:02Z","eventSource":"s3.amazonaws.com","eventName":"ListBuckets","sourceIPAddress":"203.0.113.122","errorCode":"AccessDenied","errorMessage":"User is not authorized to perform: s3:ListAllMyBuckets","userIdentity":{"type":"IAMUser","userName":"old"}}
203.0.113.123/bob@example.org :: {"time":"2026-11-12T03:52:03Z","category":"SignInLogs","resultType":"50126","resultDescription":"Invalid username or password or Invalid on-premise username or password.","callerIpAddress":"203.0.113.123","properties":{"userPrincipalName":"bob@example.org","status":{"errorCode":50126}}}
- :: {"time":"2026-11-12T03:52:04Z","category":"SignInLogs","resultType":"0","callerIpAddress":"198.51.100.4","properties":{"userPrincipalName":"amy@example.org","status":{"errorCode":0}}}
- :: {"eventVersion":"1.08","eventTime":"2026-11-12T03:52:05Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","sourceIPAddress":"198.51.100.4","userIdentity":{"type":"IAMUser","userName":"amy"},"responseElements":null}
- :: {"eventVersion":"1.08","eventTime":"2026-11-12T03:52:06Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","sourceIPAddress":"198.51.100.4","userIdentity":{"type":"AWSService","invokedBy":"ecs"},"responseElements":{"credentials":{"expiration":"Nov 12, 2026"}}}`,
  'cluster audit': String.raw`
203.0.113.131 :: {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/kube-system/secrets","verb":"list","user":{"username":"system:anonymous"},"sourceIPs":["203.0.113.131"],"responseStatus":{"status":"Failure","reason":"Forbidden","code":403}}
203.0.113.132 :: {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","stage":"ResponseComplete","requestURI":"/api/v1/pods","verb":"get","user":{},"sourceIPs":["203.0.113.132"],"responseStatus":{"status":"Failure","reason":"Unauthorized","code":401}}
- :: {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/shop/pods","verb":"list","user":{"username":"system:serviceaccount:shop:deployer"},"sourceIPs":["198.51.100.4"],"responseStatus":{"code":200}}
- :: {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/shop/configmaps/app","verb":"get","user":{"username":"system:serviceaccount:shop:deployer"},"sourceIPs":["198.51.100.4"],"responseStatus":{"status":"Failure","reason":"NotFound","code":404}}
- :: I1112 03:53:05.123456       1 trace.go:205] Trace: "List etcd3" key:/pods,limit:500 (12-Nov-2026 03:53:04) (total time: 612ms)`,
  'own applications': String.raw`
203.0.113.141/amy :: 2026-11-12 03:54:01,123 WARNING django.security axes: Repeated login failure by {username: "amy", ip_address: "203.0.113.141"}. 3 of 5.
203.0.113.142 :: W, [2026-11-12T03:54:02.123456 #91]  WARN -- : [4f1] Filter chain halted as :authenticate_user! rendered or redirected; invalid credentials for bob@example.org from 203.0.113.142
203.0.113.143/amy :: 2026-11-12 03:54:03.123  WARN 7 --- [nio-8080-exec-3] o.e.shop.LoginListener : AuthenticationFailureBadCredentialsEvent: principal=amy, remoteAddress=203.0.113.143
203.0.113.144 :: {"@timestamp":"2026-11-12T03:54:04Z","level":"WARN","logger":"AuthService","event":"otp_verification","result":"failure","attempts":3,"src_ip":"203.0.113.144","account":"amy"}
203.0.113.145 :: ts=2026-11-12T03:54:05Z lvl=warn evt=api_key_rejected ip=203.0.113.145 key=ak_***9 reason="unknown key"
203.0.113.146 :: 2026-11-12T03:54:06Z warn [gateway] JWT verification failed: signature mismatch (client=203.0.113.146 path=/v1/orders)
203.0.113.147 :: 2026-11-12T03:54:07Z WARN csrf token mismatch for POST /transfer from 203.0.113.147
- :: ts=2026-11-12T03:54:08Z lvl=warn evt=payment_rejected ip=198.51.100.4 order=812 reason="card expired"
- :: 2026-11-12T03:54:09Z error [orders] could not reserve stock for order 812 requested by 198.51.100.4: insufficient quantity
- :: {"@timestamp":"2026-11-12T03:54:10Z","level":"WARN","logger":"UploadService","event":"validation_failed","reason":"file too large","src_ip":"198.51.100.4","user":"amy"}
- :: 2026-11-12 03:54:11.123  INFO 7 --- [nio-8080-exec-3] o.e.shop.LoginListener : AuthenticationSuccessEvent: principal=amy, remoteAddress=198.51.100.4
- :: 2026-11-12T03:54:12Z warn [gateway] retrying request to billing at 198.51.100.9: status 503, attempt 2 failed
- :: 2026-11-12 03:54:13,123 ERROR session cleanup: cannot delete expired sessions: database is locked`,
}
