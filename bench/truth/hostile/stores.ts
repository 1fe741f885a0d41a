/** Databases, directories, brokers: whoever keeps something and asks who one is. */
export const stores: Readonly<Record<string, string>> = {
  'relational, quoted account and host': String.raw`
203.0.113.11/root :: 2026-11-12T03:21:01.123456Z 812 [Note] Access denied for user 'root'@'203.0.113.11' (using password: NO)
203.0.113.12/admin :: 2026-11-12  3:21:02 813 [Warning] Access denied for user 'admin'@'203.0.113.12' (using password: YES)
203.0.113.13 :: 2026-11-12T03:21:03.123456Z 814 [Warning] Host '203.0.113.13' is blocked because of many connection errors; unblock with 'mysqladmin flush-hosts'
- :: 2026-11-12T03:21:04.123456Z 815 [Note] Aborted connection 815 to db: 'shop' user: 'app' host: '198.51.100.4' (Got an error reading communication packets)
- :: 2026-11-12T03:21:05.123456Z 0 [Warning] [MY-010055] [Server] IP address '198.51.100.4' could not be resolved: Name or service not known
- :: 2026-11-12T03:21:06.123456Z 816 [ERROR] [MY-010584] [Repl] Slave I/O for channel '': error connecting to master 'repl@198.51.100.20:3306' - retry-time: 60 retries: 2
- :: 2026-11-12T03:21:07.123456Z 0 [System] [MY-010931] [Server] ready for connections. Version: '8.4.0' socket: '/run/mysqld.sock' port: 3306`,
  'relational, address in the prefix': String.raw`
203.0.113.21/postgres :: 2026-11-12 03:22:01.123 UTC [9123] postgres@postgres 203.0.113.21(40112) FATAL:  password authentication failed for user "postgres"
203.0.113.22 :: 2026-11-12 03:22:02.123 UTC [9124] sa@app 203.0.113.22(40113) FATAL:  role "sa" does not exist
203.0.113.23/admin :: 2026-11-12 03:22:03.123 UTC [9125] FATAL:  no pg_hba.conf entry for host "203.0.113.23", user "admin", database "app", no encryption
- :: 2026-11-12 03:22:04.123 UTC [9126] app@app 198.51.100.4(40114) ERROR:  permission denied for table invoices
- :: 2026-11-12 03:22:05.123 UTC [9127] app@app 198.51.100.4(40115) LOG:  could not receive data from client: Connection reset by peer
- :: 2026-11-12 03:22:06.123 UTC [9128] [unknown]@[unknown] 198.51.100.4(40116) LOG:  connection received: host=198.51.100.4 port=40116
- :: 2026-11-12 03:22:07.123 UTC [9128] app@app 198.51.100.4(40116) LOG:  connection authorized: user=app database=app
- :: 2026-11-12 03:22:08.123 UTC [9129] app@app 198.51.100.4(40117) ERROR:  invalid input syntax for type integer: "abc"`,
  'relational, reason in the sentence': String.raw`
203.0.113.31/sa :: 2026-11-12 03:23:01.10 Logon       Login failed for user 'sa'. Reason: Password did not match that for the login provided. [CLIENT: 203.0.113.31]
203.0.113.32/kisadmin :: 2026-11-12 03:23:02.10 Logon       Login failed for user 'kisadmin'. Reason: Could not find a login matching the name provided. [CLIENT: 203.0.113.32]
203.0.113.33 :: 2026-11-12 03:23:03.10 Logon       Length specified in network packet payload did not match number of bytes read; the connection has been closed. Please contact the vendor of the client library. [CLIENT: 203.0.113.33]
- :: 2026-11-12 03:23:04.10 Logon       Login succeeded for user 'app'. Connection made using SQL Server authentication. [CLIENT: 198.51.100.4]
- :: 2026-11-12 03:23:05.10 spid52      Starting up database 'shop'.
- :: 2026-11-12 03:23:06.10 Backup      BackupDiskFile::CreateMedia: Backup device '\\198.51.100.9\b\x.bak' failed to create. Operating system error 5(Access is denied.).
- :: 2026-11-12 03:23:07.10 spid12s     Error: 17806, Severity: 20, State: 14.`,
  'relational, listener with codes': String.raw`
203.0.113.41 :: 12-NOV-2026 03:24:01 * (CONNECT_DATA=(SID=XE)(CID=(PROGRAM=python)(HOST=kali)(USER=root))) * (ADDRESS=(PROTOCOL=tcp)(HOST=203.0.113.41)(PORT=51234)) * establish * XE * 12505
203.0.113.42/SYS :: 2026-11-12T03:24:02 AUDIT ACTION:[7] 'CONNECT' DATABASE USER:[3] 'SYS' CLIENT ADDRESS:[12] '203.0.113.42' STATUS:[4] '1017' RETURNCODE: ORA-01017: invalid username/password; logon denied
- :: 12-NOV-2026 03:24:03 * (CONNECT_DATA=(SERVICE_NAME=shop)(CID=(PROGRAM=app)(HOST=web1)(USER=app))) * (ADDRESS=(PROTOCOL=tcp)(HOST=198.51.100.4)(PORT=51235)) * establish * shop * 0
- :: 12-NOV-2026 03:24:04 * service_update * shop * 0
- :: 12-NOV-2026 03:24:05 * ping * 0`,
  'document store, JSON': String.raw`
203.0.113.51/admin :: {"t":{"$date":"2026-11-12T03:25:01.123+00:00"},"s":"I","c":"ACCESS","id":5286307,"ctx":"conn41","msg":"Failed to authenticate","attr":{"client":"203.0.113.51:40123","isSpeculative":false,"mechanism":"SCRAM-SHA-1","user":"admin","db":"admin","error":"AuthenticationFailed: SCRAM authentication failed, storedKey mismatch","result":18}}
203.0.113.52/sa :: {"t":{"$date":"2026-11-12T03:25:02.123+00:00"},"s":"I","c":"ACCESS","id":20249,"ctx":"conn42","msg":"Authentication failed","attr":{"mechanism":"SCRAM-SHA-256","speculative":true,"principalName":"sa","authenticationDatabase":"admin","remote":"203.0.113.52:40124","extraInfo":{},"error":"UserNotFound: Could not find user \"sa\" for db \"admin\""}}
- :: {"t":{"$date":"2026-11-12T03:25:03.123+00:00"},"s":"I","c":"ACCESS","id":5286306,"ctx":"conn43","msg":"Successfully authenticated","attr":{"client":"198.51.100.4:40125","mechanism":"SCRAM-SHA-256","user":"app","db":"shop","result":0}}
- :: {"t":{"$date":"2026-11-12T03:25:04.123+00:00"},"s":"I","c":"NETWORK","id":22944,"ctx":"conn43","msg":"Connection ended","attr":{"remote":"198.51.100.4:40125","connectionCount":4}}
- :: {"t":{"$date":"2026-11-12T03:25:05.123+00:00"},"s":"I","c":"REPL_HB","id":23974,"ctx":"ReplCoord-1","msg":"Heartbeat failed after max retries","attr":{"target":"198.51.100.21:27017","maxHeartbeatRetries":2,"error":{"code":6,"codeName":"HostUnreachable","errmsg":"Error connecting to 198.51.100.21:27017 :: caused by :: Connection refused"}}}
- :: {"t":{"$date":"2026-11-12T03:25:06.123+00:00"},"s":"I","c":"COMMAND","id":51803,"ctx":"conn44","msg":"Slow query","attr":{"type":"command","ns":"shop.users","command":{"find":"users"},"remote":"198.51.100.4:40126","durationMillis":212}}`,
  'search engine': String.raw`
203.0.113.61/elastic :: [2026-11-12T03:26:01,123][INFO ][o.e.x.s.a.RealmsAuthenticator] [node-1] Authentication of [elastic] was terminated by realm [reserved] - failed to authenticate user [elastic], origin address [203.0.113.61]
203.0.113.62/admin :: {"type":"audit","timestamp":"2026-11-12T03:26:02,123+0000","event.type":"rest","event.action":"authentication_failed","user.name":"admin","origin.type":"rest","origin.address":"203.0.113.62:44120","url.path":"/_cat/indices","request.method":"GET"}
203.0.113.63 :: {"type":"audit","timestamp":"2026-11-12T03:26:03,123+0000","event.type":"ip_filter","event.action":"connection_denied","origin.type":"rest","origin.address":"203.0.113.63","transport.profile":".http","rule":"deny _all"}
- :: {"type":"audit","timestamp":"2026-11-12T03:26:04,123+0000","event.type":"rest","event.action":"authentication_success","user.name":"app","origin.type":"rest","origin.address":"198.51.100.4:44121","url.path":"/shop/_search","request.method":"POST"}
- :: [2026-11-12T03:26:05,123][WARN ][o.e.d.z.ZenDiscovery ] [node-1] failed to connect to [node-2]{198.51.100.22:9300}, timed out after 30s
- :: [2026-11-12T03:26:06,123][DEBUG][o.e.a.s.TransportSearchAction] [node-1] [shop][0]: Failed to execute [SearchRequest] lastShard [true]
- :: [2026-11-12T03:26:07,123][WARN ][o.e.c.r.a.DiskThresholdMonitor] [node-1] high disk watermark [90%] exceeded on [node-1]`,
  cache: String.raw`
203.0.113.71 :: 912:M 12 Nov 2026 03:27:01.123 # Possible SECURITY ATTACK detected. It looks like somebody is sending POST or Host: commands to Redis. This is likely due to an attacker attempting to use Cross Protocol Scripting to compromise your instance. Connection from 203.0.113.71:40123 aborted.
203.0.113.72/default :: 912:M 12 Nov 2026 03:27:02.123 # ACL LOG entry: reason=auth count=3 username=default client-info=id=8 addr=203.0.113.72:51234 laddr=192.0.2.1:6379 cmd=auth denied
- :: 912:M 12 Nov 2026 03:27:03.123 - Accepted 198.51.100.4:40124
- :: 912:M 12 Nov 2026 03:27:04.123 - Client closed connection id=9 addr=198.51.100.4:40124 laddr=192.0.2.1:6379 name= cmd=get
- :: 912:S 12 Nov 2026 03:27:05.123 # Error condition on socket for SYNC: Connection refused
- :: 912:S 12 Nov 2026 03:27:06.123 * Connecting to MASTER 198.51.100.23:6379
- :: 912:S 12 Nov 2026 03:27:07.123 # MASTER aborted replication with an error: NOAUTH Authentication required.
- :: 912:M 12 Nov 2026 03:27:08.123 # WARNING overcommit_memory is set to 0! Background save may fail under low memory condition.`,
  'message broker': String.raw`
203.0.113.81/guest :: 2026-11-12 03:28:01.123 [error] <0.712.0> Error on AMQP connection <0.712.0> (203.0.113.81:40112 -> 192.0.2.1:5672, state: starting): PLAIN login refused: user 'guest' - invalid credentials
203.0.113.82 :: 2026-11-12 03:28:02.123 [warning] <0.713.0> HTTP access denied: user 'guest' - User can only log in via localhost, peer 203.0.113.82
203.0.113.83 :: 2026-11-12 03:28:03.123 [error] <0.714.0> closing AMQP connection <0.714.0> (203.0.113.83:40113 -> 192.0.2.1:5672): {bad_header,<<"GET / HT">>}
- :: 2026-11-12 03:28:04.123 [info] <0.715.0> accepting AMQP connection <0.715.0> (198.51.100.4:40114 -> 192.0.2.1:5672)
- :: 2026-11-12 03:28:04.223 [info] <0.715.0> connection <0.715.0> (198.51.100.4:40114 -> 192.0.2.1:5672): user 'app' authenticated and granted access to vhost '/'
- :: 2026-11-12 03:28:05.123 [warning] <0.716.0> closing AMQP connection <0.716.0> (198.51.100.4:40115 -> 192.0.2.1:5672, vhost: '/', user: 'app'): client unexpectedly closed TCP connection
- :: 2026-11-12 03:28:06.123 [error] <0.717.0> Channel error on connection <0.715.0> (198.51.100.4:40114 -> 192.0.2.1:5672, vhost: '/', user: 'app'), channel 1: operation queue.declare caused a channel exception precondition_failed: inequivalent arg 'durable'`,
  'telemetry broker': String.raw`
203.0.113.91 :: 1762918741: Client <unknown> disconnected, not authorised, address 203.0.113.91:51234.
203.0.113.92/sensor9 :: 1762918742: Sending CONNACK to 203.0.113.92 for client sensor9 (0, 5): not authorised
203.0.113.93 :: 1762918743: Client connection from 203.0.113.93 denied access by ACL.
- :: 1762918744: New connection from 198.51.100.4:51235 on port 1883.
- :: 1762918745: New client connected from 198.51.100.4:51235 as sensor1 (p2, c1, k60, u'house').
- :: 1762918746: Client sensor1 closed its connection.
- :: 1762918747: Client sensor2 has exceeded timeout, disconnecting.
- :: 1762918748: Error: Unable to open config file /etc/mosquitto/conf.d/x.conf`,
  'directory, result codes': String.raw`
- :: Nov 12 03:29:01 ldap slapd[812]: conn=2001 fd=18 ACCEPT from IP=203.0.113.101:40112 (IP=0.0.0.0:636)
- :: Nov 12 03:29:01 ldap slapd[812]: conn=2001 op=0 BIND dn="uid=amy,ou=people,dc=example,dc=org" method=128
203.0.113.101 :: Nov 12 03:29:01 ldap slapd[812]: conn=2001 op=0 RESULT tag=97 err=49 qtime=0.000 etime=0.001 text=
- :: Nov 12 03:29:02 ldap slapd[812]: conn=2001 op=1 UNBIND
- :: Nov 12 03:29:02 ldap slapd[812]: conn=2001 fd=18 closed
- :: Nov 12 03:29:05 ldap slapd[812]: conn=2002 fd=19 ACCEPT from IP=198.51.100.4:40113 (IP=0.0.0.0:636)
- :: Nov 12 03:29:05 ldap slapd[812]: conn=2002 op=0 BIND dn="cn=app,dc=example,dc=org" method=128
- :: Nov 12 03:29:05 ldap slapd[812]: conn=2002 op=0 RESULT tag=97 err=0 qtime=0.000 etime=0.001 text=
- :: Nov 12 03:29:06 ldap slapd[812]: conn=2002 op=1 SEARCH RESULT tag=101 err=32 nentries=0 text=
- :: Nov 12 03:29:07 ldap slapd[812]: conn=2003 fd=20 ACCEPT from IP=[2001:db8:5::101]:40114 (IP=[::]:389)
2001:db8:5::101 :: Nov 12 03:29:07 ldap slapd[812]: conn=2003 op=0 RESULT tag=97 err=49 text=`,
  'directory, access log': String.raw`
- :: [12/Nov/2026:03:30:01.123456789 +0000] conn=7 fd=64 slot=64 connection from 203.0.113.111 to 192.0.2.5
- :: [12/Nov/2026:03:30:01.223456789 +0000] conn=7 op=0 BIND dn="uid=bob,ou=people,dc=example" method=128 version=3
203.0.113.111 :: [12/Nov/2026:03:30:01.323456789 +0000] conn=7 op=0 RESULT err=49 tag=97 nentries=0 wtime=0.0001 optime=0.002 etime=0.0021 - Invalid credentials
- :: [12/Nov/2026:03:30:02.123456789 +0000] conn=8 fd=65 slot=65 connection from 198.51.100.4 to 192.0.2.5
- :: [12/Nov/2026:03:30:02.223456789 +0000] conn=8 op=0 RESULT err=0 tag=97 nentries=0 etime=0.0021 dn="uid=amy,ou=people,dc=example"
- :: [12/Nov/2026:03:30:03.223456789 +0000] conn=8 op=1 RESULT err=32 tag=101 nentries=0 etime=0.0011`,
  'ticket server': String.raw`
203.0.113.121 :: Nov 12 03:31:01 kdc krb5kdc[901](info): AS_REQ (8 etypes {18 17 20 19 16 23 25 26}) 203.0.113.121: PREAUTH_FAILED: amy@EXAMPLE.ORG for krbtgt/EXAMPLE.ORG@EXAMPLE.ORG, Preauthentication failed
203.0.113.122 :: Nov 12 03:31:02 kdc krb5kdc[901](info): AS_REQ (4 etypes {18 17 16 23}) 203.0.113.122: CLIENT_NOT_FOUND: admin@EXAMPLE.ORG for krbtgt/EXAMPLE.ORG@EXAMPLE.ORG, Client not found in Kerberos database
- :: Nov 12 03:31:03 kdc krb5kdc[901](info): AS_REQ (8 etypes {18 17 20 19}) 198.51.100.4: NEEDED_PREAUTH: amy@EXAMPLE.ORG for krbtgt/EXAMPLE.ORG@EXAMPLE.ORG, Additional pre-authentication required
- :: Nov 12 03:31:04 kdc krb5kdc[901](info): AS_REQ (8 etypes {18 17 20 19}) 198.51.100.4: ISSUE: authtime 1762918264, etypes {rep=18 tkt=18 ses=18}, amy@EXAMPLE.ORG for krbtgt/EXAMPLE.ORG@EXAMPLE.ORG
- :: Nov 12 03:31:05 kdc krb5kdc[901](info): TGS_REQ (4 etypes {18 17}) 198.51.100.4: ISSUE: authtime 1762918264, etypes {rep=18}, amy@EXAMPLE.ORG for host/web1@EXAMPLE.ORG
- :: Nov 12 03:31:06 kdc krb5kdc[901](info): closing down fd 16`,
  'network sign-in server': String.raw`
203.0.113.131/amy :: Thu Nov 12 03:32:01 2026 : Auth: (41) Login incorrect (mschap: MS-CHAP2-Response is incorrect): [amy] (from client vpn1 port 12 cli 203.0.113.131)
203.0.113.132/bob :: Thu Nov 12 03:32:02 2026 : Auth: Invalid user: [bob/<via Auth-Type = EAP>] (from client ap7 port 0 cli 203.0.113.132)
203.0.113.133 :: Thu Nov 12 03:32:03 2026 : Error: Ignoring request to auth address * port 1812 from unknown client 203.0.113.133 port 51234
- :: Thu Nov 12 03:32:04 2026 : Auth: (42) Login OK: [amy] (from client vpn1 port 12 cli 198.51.100.4)
- :: Thu Nov 12 03:32:05 2026 : Info: Ready to process requests
- :: Thu Nov 12 03:32:06 2026 : Error: rlm_sql (sql): Failed to connect to database server 198.51.100.9: opening connection failed`,
  'monitoring protocol': String.raw`
203.0.113.141 :: Nov 12 03:33:01 host snmpd[771]: Authentication failed for bob from UDP: [203.0.113.141]:51234->[192.0.2.1]:161
203.0.113.142 :: Nov 12 03:33:02 host snmpd[771]: Connection from UDP: [203.0.113.142]:51234->[192.0.2.1]:161 REFUSED
203.0.113.143 :: Nov 12 03:33:03 sw7 %SNMP-3-AUTHFAIL: Authentication failure for SNMP req from host 203.0.113.143
203.0.113.144 :: Nov 12 03:33:04 host nrpe[772]: Host 203.0.113.144 is not allowed to talk to us!
203.0.113.145 :: 771:20261112:033305.123 failed to accept an incoming connection: connection from "203.0.113.145" rejected, allowed hosts: "192.0.2.9"
- :: Nov 12 03:33:06 host snmpd[771]: Connection from UDP: [198.51.100.4]:51235->[192.0.2.1]:161
- :: Nov 12 03:33:07 host snmpd[771]: Received SNMP packet(s) from UDP: [198.51.100.4]:51235->[192.0.2.1]:161
- :: 771:20261112:033309.123 active check configuration update from [198.51.100.9:10051] started to fail (cannot connect to [[198.51.100.9]:10051]: [111] Connection refused)`,
}
