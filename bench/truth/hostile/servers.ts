/** Servers of mail, data and files. */
export const servers: Readonly<Record<string, string>> = {
  'mail, block lists before the door': String.raw`
203.0.113.11 :: 2026-11-12 05:01:01.123456500 rblsmtpd: 203.0.113.11 pid 812: 451 http://bl.example.net/query?ip=203.0.113.11
203.0.113.12 :: 2026-11-12 05:01:02.123456500 tcpserver: deny 813 mx.example.org:192.0.2.1:25 :203.0.113.12::40112
203.0.113.13 :: 2026-11-12 05:01:03.123456500 qmail-smtpd[814]: AUTH failed [203.0.113.13] info@example.org
- :: 2026-11-12 05:01:04.123456500 tcpserver: ok 815 mx.example.org:192.0.2.1:25 :198.51.100.4::40113
- :: 2026-11-12 05:01:05.123456500 tcpserver: end 815 status 0
- :: 2026-11-12 05:01:06.123456500 delivery 12: failure: 198.51.100.9_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/`,
  'mail, relay= and ruleset=': String.raw`
203.0.113.21 :: Nov 12 05:02:01 mx sm-mta[812]: 4AC: ruleset=check_rcpt, arg1=<a@example.net>, relay=[203.0.113.21], reject=550 5.7.1 <a@example.net>... Relaying denied
203.0.113.22 :: Nov 12 05:02:02 mx sm-mta[813]: 4AD: ruleset=check_relay, arg1=[203.0.113.22], arg2=127.0.0.4, relay=host-22.example.net [203.0.113.22], reject=553 5.3.0 Rejected due to spam
203.0.113.23 :: Nov 12 05:02:03 mx sm-mta[814]: 4AE: host-23.example.net [203.0.113.23]: possible SMTP attack: command=AUTH, count=7
203.0.113.24 :: Nov 12 05:02:04 mx sm-mta[815]: 4AF: [203.0.113.24] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA
203.0.113.25 :: Nov 12 05:02:05 mx sm-mta[816]: 4AG: rejecting commands from [203.0.113.25] due to pre-greeting traffic after 2 seconds
- :: Nov 12 05:02:06 mx sm-mta[817]: 4AH: from=<a@example.com>, size=912, class=0, nrcpts=1, proto=ESMTP, daemon=MTA, relay=mail.example.com [198.51.100.4]
- :: Nov 12 05:02:07 mx sm-mta[818]: 4AI: to=<amy@example.org>, delay=00:00:01, mailer=local, dsn=2.0.0, stat=Sent
- :: Nov 12 05:02:08 mx sm-mta[819]: 4AJ: to=<b@example.com>, delay=00:01:01, mailer=esmtp, relay=mx.example.com. [198.51.100.9], dsn=4.0.0, stat=Deferred: Connection refused by mx.example.com.
- :: Nov 12 05:02:09 mx sm-mta[820]: STARTTLS=server, relay=mail.example.com [198.51.100.4], version=TLSv1.3, verify=NO, cipher=TLS_AES_256_GCM_SHA384`,
  'mail, comma separated': String.raw`
203.0.113.31 :: 2026-11-12T05:03:01.123Z,MX1\Client Frontend MX1,08D9A,8,192.0.2.1:587,203.0.113.31:40112,>,535 5.7.3 Authentication unsuccessful,
203.0.113.32 :: 2026-11-12T05:03:02.123Z,MX1\Default Frontend MX1,08D9B,9,192.0.2.1:25,203.0.113.32:40113,>,550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain,
- :: 2026-11-12T05:03:03.123Z,MX1\Client Frontend MX1,08D9C,8,192.0.2.1:587,198.51.100.4:40114,>,235 2.7.0 Authentication successful,
- :: 2026-11-12T05:03:04.123Z,MX1\Client Frontend MX1,08D9C,9,192.0.2.1:587,198.51.100.4:40114,<,EHLO laptop,
- :: 2026-11-12T05:03:05.123Z,MX1\Default Frontend MX1,08D9D,2,192.0.2.1:25,198.51.100.5:40115,-,,Remote`,
  'mail, records of a small daemon': String.raw`
203.0.113.41 :: Nov 12 05:04:01 mx smtpd[812]: 5f1 smtp authentication user=info address=203.0.113.41 host=unknown result=permfail
203.0.113.42 :: Nov 12 05:04:02 mx smtpd[812]: 5f2 smtp failed-command address=203.0.113.42 host=unknown command="RCPT TO:<a@example.net>" result="550 Invalid recipient: <a@example.net>"
203.0.113.43 :: {"ts":"2026-11-12T05:04:03Z","lvl":"warn","event":"auth.failed","details":"Authentication failed","accountName":"amy","remoteIp":"203.0.113.43","listenerId":"imaps"}
203.0.113.44 :: 2026-11-12T05:04:04Z [NOTICE] [A1] [auth/auth_proxy] authentication failed for amy@example.org client 203.0.113.44
- :: Nov 12 05:04:05 mx smtpd[812]: 5f3 smtp connected address=198.51.100.4 host=mail.example.com
- :: Nov 12 05:04:06 mx smtpd[812]: 5f3 smtp message msgid=7 size=912 nrcpt=1 proto=ESMTP
- :: Nov 12 05:04:07 mx smtpd[812]: 5f4 mta error reason=Network error on destination MXs
- :: {"ts":"2026-11-12T05:04:08Z","lvl":"info","event":"auth.success","details":"Authentication successful","accountName":"amy","remoteIp":"198.51.100.4","listenerId":"imaps"}`,
  'mail, groupware by name': String.raw`
203.0.113.51 :: 05:05:01   smtp: amy/Example failed to authenticate using AUTH PLAIN, Host 203.0.113.51
203.0.113.52 :: 2026-11-12 05:05:02.123 SMTP Server: Authentication failed for user root ; connecting host 203.0.113.52
203.0.113.53 :: [12/Nov/2026 05:05:03] Failed SMTP login from 203.0.113.53 with SASL method LOGIN.
203.0.113.54 :: [12/Nov/2026 05:05:04] Attempt to deliver to unknown recipient <x@example.org>, from <a@example.com>, IP address 203.0.113.54
203.0.113.55 :: [12/Nov/2026 05:05:05] IP address 203.0.113.55 found in DNS blacklist BL, mail from <a@example.com> to <amy@example.org> rejected
- :: [12/Nov/2026 05:05:06] IMAP: User amy@example.org authenticated from 198.51.100.4
- :: [12/Nov/2026 05:05:07] Recv: Queue-ID: 4f-1, Service: SMTP, From: <a@example.com>, To: <amy@example.org>, Size: 912, Sender-Host: 198.51.100.4
- :: 2026-11-12 05:05:08.123 Router: Unable to connect to server MX2/Example: The server is not responding`,
  'mail, rules of a sieve': String.raw`
203.0.113.61 :: Nov 12 05:06:01 mail timsieved[812]: badlogin: [203.0.113.61] LOGIN authentication failure
203.0.113.62 :: Nov 12 05:06:02 mail sieve[813]: refused login from 203.0.113.62, user amy: wrong secret
- :: Nov 12 05:06:03 mail timsieved[814]: login: [198.51.100.4] amy PLAIN+TLS User logged in
- :: Nov 12 05:06:04 mail sieve[815]: amy: script vacation: line 4: error: unknown command 'vacatoin'
- :: Nov 12 05:06:05 mail sieve[816]: msgid=<a@b>: failed to store into mailbox 'Spam': Mailbox doesn't exist`,
  'columns and wide rows': String.raw`
203.0.113.71 :: 2026.11.12 05:07:01.123456 [ 812 ] {} <Error> TCPHandler: Code: 516. DB::Exception: default: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED), from 203.0.113.71:40112
203.0.113.72 :: INFO  [Native-Transport-Requests-1] 2026-11-12 05:07:02,123 FileAuditLogger.java:51 - user:cassandra|host:node1/192.0.2.1:7000|source:/203.0.113.72|port:40113|timestamp:1762924022123|type:LOGIN_ERROR|category:AUTH|operation:LOGIN FAILURE; Provided username cassandra and/or password are incorrect
- :: 2026.11.12 05:07:03.123456 [ 813 ] {} <Debug> TCP-Session: Authenticating user 'app' from 198.51.100.4:40114
- :: 2026.11.12 05:07:04.123456 [ 813 ] {q1} <Error> executeQuery: Code: 60. DB::Exception: Table shop.x does not exist. (UNKNOWN_TABLE) (from 198.51.100.4:40114) (in query: SELECT * FROM shop.x)
- :: WARN  [GossipTasks:1] 2026-11-12 05:07:05,123 FailureDetector.java:288 - Not marking nodes down due to local pause of 6000ms > 5000ms
- :: INFO  [GossipStage:1] 2026-11-12 05:07:06,123 Gossiper.java:1026 - InetAddress /198.51.100.21 is now DOWN`,
  'documents and points over http': String.raw`
203.0.113.81 :: [warning] 2026-11-12T05:08:01.123456Z couchdb@127.0.0.1 <0.812.0> 4f1 couch_httpd_auth: Authentication failed for user admin from 203.0.113.81
203.0.113.82 :: [info] 2026-11-12T05:08:02.123456Z couchdb@127.0.0.1 <0.813.0> -------- 203.0.113.82 undefined POST /_session 401 ok 3
203.0.113.83 :: ts=2026-11-12T05:08:03.123Z lvl=info msg=Unauthorized log_id=0x1 error="authorization failed" remote_addr=203.0.113.83
203.0.113.84/neo4j :: 2026-11-12 05:08:04.123+0000 WARN  The client is unauthorized due to authentication failure. [bolt-session: user=neo4j, remote=/203.0.113.84:40112]
- :: [notice] 2026-11-12T05:08:05.123456Z couchdb@127.0.0.1 <0.814.0> 4f2 localhost:5984 198.51.100.4 app GET /shop/doc1 200 ok 4
- :: [error] 2026-11-12T05:08:06.123456Z couchdb@127.0.0.1 <0.815.0> -------- replicator: couldn't open http://198.51.100.9:5984/shop: econnrefused
- :: ts=2026-11-12T05:08:07.123Z lvl=warn msg="max-values-per-tag limit may be exceeded soon" log_id=0x1 perc=90%`,
  'keys and secrets of a cluster': String.raw`
203.0.113.91 :: {"level":"warn","ts":"2026-11-12T05:09:01.123Z","caller":"v3rpc/interceptor.go:197","msg":"invalid auth token","remote-addr":"203.0.113.91:40112","error":"auth: invalid auth token"}
203.0.113.92 :: {"level":"warn","ts":"2026-11-12T05:09:02.123Z","caller":"embed/config_logging.go:169","msg":"rejected connection","remote-addr":"203.0.113.92:40113","server-name":"","error":"tls: client didn't provide a certificate"}
203.0.113.93 :: 2026-11-12T05:09:03.123Z [ERROR] agent.http: Request error: method=GET url=/v1/kv/?recurse from=203.0.113.93:40114 error="ACL not found"
203.0.113.94 :: 2026-11-12T05:09:04.123Z [WARN]  agent: Permission denied: blocked by ACLs accessorID=anonymous remote=203.0.113.94:40115
- :: {"level":"info","ts":"2026-11-12T05:09:05.123Z","caller":"traceutil/trace.go:171","msg":"trace[812] range","detail":"{range_begin:/registry/pods; }","duration":"212ms"}
- :: {"level":"warn","ts":"2026-11-12T05:09:06.123Z","caller":"rafthttp/probing_status.go:68","msg":"prober detected unhealthy status","remote-peer-id":"8c1","rtt":"0s","error":"dial tcp 198.51.100.21:2380: connect: connection refused"}
- :: 2026-11-12T05:09:07.123Z [WARN]  agent: Check is now critical: check=service:web
- :: 2026-11-12T05:09:08.123Z [ERROR] agent.anti_entropy: failed to sync remote state: error="rpc error making call: No cluster leader"`,
  'objects in buckets': String.raw`
203.0.113.101 :: {"api":{"name":"ListBuckets","statusCode":403,"status":"Forbidden"},"time":"2026-11-12T05:10:01Z","remotehost":"203.0.113.101","requestID":"17","error":"The access key ID you provided does not exist in our records."}
203.0.113.102 :: API: SYSTEM() Time: 05:10:02 UTC 11/12/2026 Error: signature does not match for access key AKX from 203.0.113.102
- :: {"api":{"name":"GetObject","bucket":"shop","object":"a.png","statusCode":200,"status":"OK"},"time":"2026-11-12T05:10:03Z","remotehost":"198.51.100.4","requestID":"18"}
- :: {"api":{"name":"HeadObject","bucket":"shop","object":"b.png","statusCode":404,"status":"Not Found"},"time":"2026-11-12T05:10:04Z","remotehost":"198.51.100.4","requestID":"19"}
- :: Error: Drive /data/disk4 returned an unexpected error: input/output error, please investigate - drive will be offline`,
  'streams of messages': String.raw`
203.0.113.111/app :: [812] 2026/11/12 05:11:01.123456 [ERR] 203.0.113.111:40112 - cid:7 - authentication error - User "app"
203.0.113.112 :: [2026-11-12 05:11:02,123] INFO [SocketServer listenerType=ZK_BROKER, nodeId=1] Failed authentication with /203.0.113.112 (channelId=192.0.2.1:9093-203.0.113.112:40113-7) (errorMessage=Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-256)
203.0.113.113 :: [2026-11-12 05:11:03,123] WARN [SocketServer] Unexpected error from /203.0.113.113 (channelId=8); closing connection: InvalidReceiveException: Invalid receive (size = 1195725856 larger than 104857600)
203.0.113.114 :: 2026-11-12 05:11:04,123 | WARN | Failed to add Connection id=ID:x-1, clientId=ID:y, clientIP=tcp://203.0.113.114:40114 due to User name [admin] or password is invalid.
- :: [812] 2026/11/12 05:11:05.123456 [INF] 198.51.100.4:40115 - cid:8 - Client connection closed: Client Closed
- :: [2026-11-12 05:11:06,123] WARN [ReplicaFetcher replicaId=1, leaderId=2, fetcherId=0] Error in response for fetch request (type=FetchRequest) java.io.IOException: Connection to 198.51.100.22:9092 was disconnected
- :: [2026-11-12 05:11:07,123] INFO [GroupCoordinator 1]: Member app-1 in group shop has failed, removing it from the group
- :: 2026-11-12 05:11:08,123 | INFO | Connector openwire started`,
  'files, other daemons': String.raw`
203.0.113.121 :: Nov 12 05:12:01 ftp gssftpd[812]: repeated login failures from 203.0.113.121 (host-121.example.net)
203.0.113.122 :: 2026-11-12T05:12:02.123 INFO  [FtpServer] USER root from 203.0.113.122:40112 - AUTHENTICATION_FAILURE
203.0.113.123 :: [12/Nov/2026:05:12:03] 203.0.113.123 "AUTH USER root" - login authentication failed (wrong password)
203.0.113.124 :: Nov 12 05:12:04 ftp in.ftpd[813]: connection denied by tcp wrappers: host-124.example.net [203.0.113.124]
203.0.113.125 :: 2026-11-12 05:12:05 [sftpgo] {"level":"debug","sender":"connection_failed","client_ip":"203.0.113.125","username":"admin","login_type":"password","protocol":"SSH","error":"invalid credentials"}
- :: Nov 12 05:12:06 ftp in.ftpd[814]: connection from host-4.example.com [198.51.100.4]
- :: Thu Nov 12 05:12:07 2026 1 198.51.100.4 912 /home/amy/x.txt b _ o r amy ftp 0 * c
- :: 2026-11-12T05:12:08.123 WARN  [FtpServer] data connection to 198.51.100.4:40113 timed out
- :: Nov 12 05:12:09 ftp ftpd[815]: RETR of x.txt by amy from 198.51.100.4 aborted: connection reset`,
  'accounts of a machine, audited': String.raw`
203.0.113.131/root :: type=USER_LOGIN msg=audit(1762924381.123:812): pid=77 uid=0 auid=4294967295 ses=4294967295 msg='op=login acct="root" exe="/usr/sbin/sshd" hostname=? addr=203.0.113.131 terminal=ssh res=failed'
203.0.113.132/amy :: type=USER_AUTH msg=audit(1762924382.123:813): pid=78 uid=0 auid=4294967295 ses=4294967295 msg='op=PAM:authentication grantors=? acct="amy" exe="/usr/bin/login" hostname=203.0.113.132 addr=203.0.113.132 terminal=ssh res=failed'
203.0.113.133 :: Nov 12 05:13:03 mac screensharingd[812]: Authentication: FAILED :: User Name: amy :: Viewer Address: 203.0.113.133 :: Type: DH
203.0.113.134/bob :: Nov 12 05:13:04 host login: pam_sss(remote:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.134 user=bob
- :: type=USER_START msg=audit(1762924385.123:814): pid=79 uid=0 auid=1000 ses=7 msg='op=PAM:session_open grantors=pam_unix acct="amy" exe="/usr/sbin/sshd" hostname=198.51.100.4 addr=198.51.100.4 terminal=ssh res=success'
- :: type=AVC msg=audit(1762924386.123:815): avc: denied { read } for pid=80 comm="httpd" name="x" dev="sda1" ino=12 scontext=system_u:system_r:httpd_t:s0 tclass=file
- :: type=SERVICE_STOP msg=audit(1762924387.123:816): pid=1 uid=0 msg='unit=x comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=failed'
- :: Nov 12 05:13:08 host sudo: pam_unix(sudo:auth): authentication failure; logname=amy uid=1000 euid=0 tty=/dev/pts/1 ruser=amy rhost=  user=amy`,
  'shells, other daemons': String.raw`
203.0.113.141 :: Nov 12 05:14:01 host sshd2[812]: Remote host disconnected: Authentication cancelled by user, 203.0.113.141
203.0.113.142/amy :: 2026-11-12 05:14:02 SshServer: user 'amy' from 203.0.113.142: password authentication refused
203.0.113.143 :: 11-12-2026 05:14:03 IP 203.0.113.143 SSH connection attempt. IP 203.0.113.143 SSH amy failed to authenticate using password authentication.
203.0.113.144/ubnt :: Nov 12 05:14:04 ap dropbear[812]: Bad password attempt for 'ubnt' from 203.0.113.144:40112
203.0.113.145 :: 2026-11-12 05:14:05 teleport: failed to check session, error: access denied to amy connecting to web1, remote: 203.0.113.145:40113
- :: 11-12-2026 05:14:06 IP 198.51.100.4 SSH connection attempt.
- :: 2026-11-12 05:14:07 SshServer: user 'amy' from 198.51.100.4: authenticated by public key
- :: Nov 12 05:14:08 ap dropbear[813]: Exit (amy): Disconnect received
- :: 2026-11-12 05:14:09 teleport: subsystem request failed for amy: command exited with code 1`,
}
