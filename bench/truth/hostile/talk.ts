/** Voice, chat, games, files, names, and the appliances in a house. */
export const talk: Readonly<Record<string, string>> = {
  'telephone exchange': String.raw`
203.0.113.11 :: 2026-11-12 04:21:01.123456 [WARNING] sofia_reg.c:2906 Can't find user [1001@192.0.2.1] from 203.0.113.11
203.0.113.12 :: 2026-11-12 04:21:02.123456 [WARNING] sofia_reg.c:1792 SIP auth failure (INVITE) on sofia profile 'external' for [00441234@192.0.2.1] from ip 203.0.113.12
203.0.113.13 :: Nov 12 04:21:03 sip1 kamailio[812]: NOTICE: <script>: auth failed for 1002@sip.example.org from 203.0.113.13:5080 - wrong password
203.0.113.14 :: Nov 12 04:21:04 sip1 kamailio[812]: ALERT: <script>: flood detected from 203.0.113.14 - blocking
203.0.113.15 :: Nov 12 04:21:05 sip1 opensips[813]: WARNING: scanner friendly-scanner blocked, source 203.0.113.15:5060
- :: 2026-11-12 04:21:06.123456 [WARNING] sofia_reg.c:1737 SIP auth challenge (REGISTER) on sofia profile 'internal' for [1000@192.0.2.1] from ip 198.51.100.4
- :: Nov 12 04:21:07 sip1 kamailio[812]: INFO: <script>: registration of 1000@sip.example.org from 198.51.100.4:5060 ok
- :: 2026-11-12 04:21:08.123456 [NOTICE] sofia_reg.c:434 Registering 1000
- :: 2026-11-12 04:21:09.123456 [ERR] switch_ivr_originate.c:3851 Cannot create outgoing channel of type [sofia] cause: [USER_NOT_REGISTERED]
- :: Nov 12 04:21:10 sip1 opensips[813]: ERROR:core:tcp_connect_blocking: timeout connecting to 198.51.100.9:5061`,
  'chat, relayed': String.raw`
203.0.113.21/amy :: [04:22:01] -services.example.net- FAILED IDENTIFY for amy (amy@203.0.113.21): bad password
203.0.113.22 :: 2026-11-12 04:22:02 *** CONNECT: client rejected [203.0.113.22] (Too many connections from your host)
203.0.113.23 :: 2026-11-12 04:22:03 OPER: failed OPER attempt by bob!bob@203.0.113.23 (bad password)
203.0.113.24/amy@example.org :: 2026-11-12 04:22:04.123456+00:00 [info] <0.912.0>@ejabberd_c2s:process_auth_result:279 (tls|<0.912.0>) Failed c2s SCRAM-SHA-1 authentication for amy@example.org from ::ffff:203.0.113.24: Invalid username or password
203.0.113.25 :: Nov 12 04:22:05 c2s55aa	info	Failed authentication attempt (not-authorized) for user bob from IP: 203.0.113.25
- :: 2026-11-12 04:22:06.123456+00:00 [info] <0.913.0>@ejabberd_c2s:process_auth_result:267 (tls|<0.913.0>) Accepted c2s SCRAM-SHA-1 authentication for amy@example.org by mnesia backend from ::ffff:198.51.100.4
- :: 2026-11-12 04:22:07 *** CONNECT: client connecting on port 6697: amy!amy@198.51.100.4 (laptop) [198.51.100.4]
- :: 2026-11-12 04:22:08 *** QUIT: Client exiting: amy!amy@198.51.100.4 [Connection timed out]
- :: Nov 12 04:22:09 s2sout77	info	Outgoing s2s stream example.org->conference.example.com closed: connection-timeout to 198.51.100.9
- :: Nov 12 04:22:10 c2s55ab	info	Client connected from 198.51.100.4`,
  'voice chat and games': String.raw`
203.0.113.31 :: <W>2026-11-12 04:23:01.123 1 => <41:amy(-1)> Rejected connection from 203.0.113.31:40112: Invalid server password
203.0.113.32 :: 2026-11-12 04:23:02.123456|INFO    |VirtualServerBase|1  |query client connect failed: invalid loginname or password from 203.0.113.32:40113
203.0.113.33 :: [04:23:03] [RCON Listener #1/WARN]: Rcon connection from /203.0.113.33:40114 rejected: wrong password
203.0.113.34 :: L 11/12/2026 - 04:23:04: Banning 203.0.113.34 for rcon hacking attempts
203.0.113.35 :: L 11/12/2026 - 04:23:05: rcon from "203.0.113.35:40115": Bad Password
203.0.113.36 :: [04:23:06] [User Authenticator #3/INFO]: Disconnecting Steve (/203.0.113.36:40116): You are not white-listed on this server!
- :: [04:23:07] [Server thread/INFO]: amy[/198.51.100.4:40117] logged in with entity id 812 at (1.0, 64.0, 2.0)
- :: [04:23:08] [Server thread/INFO]: amy lost connection: Timed out
- :: <W>2026-11-12 04:23:09.123 1 => <42:bob(7)> Authenticated
- :: <W>2026-11-12 04:23:10.123 1 => <42:bob(7)> Connection closed: The remote host closed the connection [1]
- :: 2026-11-12 04:23:11.123456|INFO    |VirtualServerBase|1  |client connected 'amy'(id:7) from 198.51.100.4:40118`,
  'file transfer, sentences': String.raw`
203.0.113.41/amy :: Nov 12 04:24:01 ftp pure-ftpd: (?@203.0.113.41) [WARNING] Authentication failed for user [amy]
203.0.113.42 :: Thu Nov 12 04:24:02 2026 [pid 812] [anonymous] FAIL LOGIN: Client "::ffff:203.0.113.42"
203.0.113.43 :: Nov 12 04:24:03 ftp ftpd[813]: FTP LOGIN FAILED FROM 203.0.113.43, root
203.0.113.44 :: Nov 12 04:24:04 ftp ftpd[814]: repeated login failures from host-44.example.net [203.0.113.44]
203.0.113.45 :: Nov 12 04:24:05 ftp bftpd[815]: Access denied to user 'root' from 203.0.113.45: not in allow list
- :: Nov 12 04:24:06 ftp pure-ftpd: (?@198.51.100.4) [INFO] New connection from 198.51.100.4
- :: Nov 12 04:24:07 ftp pure-ftpd: (?@198.51.100.4) [INFO] amy is now logged in
- :: Nov 12 04:24:08 ftp pure-ftpd: (amy@198.51.100.4) [NOTICE] /home/amy//x.txt uploaded  (12 bytes, 0.04KB/sec)
- :: Nov 12 04:24:09 ftp pure-ftpd: (amy@198.51.100.4) [ERROR] Can't open y.txt: No such file or directory
- :: Thu Nov 12 04:24:10 2026 [pid 812] CONNECT: Client "198.51.100.4"
- :: Thu Nov 12 04:24:11 2026 [pid 816] [amy] FAIL DOWNLOAD: Client "198.51.100.4", "/y.txt", 0.00Kbyte/sec`,
  'file transfer, reply codes': String.raw`
203.0.113.51 :: 2026-11-12 04:25:01 203.0.113.51 - 192.0.2.1 21 PASS *** 530 1326 41 ab12 -
203.0.113.52 :: (000812)11/12/2026 04:25:02 - (not logged in) (203.0.113.52)> 530 Login or password incorrect!
203.0.113.53/root :: <12/11/2026 04:25:03> FTP Session 812 [203.0.113.53 root] Error [Response] 530 Login incorrect
- :: 2026-11-12 04:25:04 198.51.100.4 amy 192.0.2.1 21 PASS *** 230 0 0 ab13 /
- :: 2026-11-12 04:25:05 198.51.100.4 amy 192.0.2.1 21 RETR x.txt 226 0 0 ab13 /x.txt
- :: (000813)11/12/2026 04:25:06 - (not logged in) (198.51.100.4)> 331 Password required for amy
- :: (000813)11/12/2026 04:25:07 - amy (198.51.100.4)> 230 Logged on
- :: (000813)11/12/2026 04:25:08 - amy (198.51.100.4)> 550 File not found`,
  'shared folders': String.raw`
203.0.113.61 :: Nov 12 04:26:01 nas smbd[812]: Auth: [SMB2,(null)] user [CORP]\[guest] at [Thu, 12 Nov 2026 04:26:01 UTC] with [NTLMv2] status [NT_STATUS_NO_SUCH_USER] workstation [KALI] remote host [ipv4:203.0.113.61:40112] mapped to [CORP]\[guest]. local host [ipv4:192.0.2.3:445]
203.0.113.62 :: Nov 12 04:26:02 nas smbd[813]: Denied connection from 203.0.113.62 (203.0.113.62)
203.0.113.63 :: Nov 12 04:26:03 nas rsyncd[814]: auth failed on module backup from unknown (203.0.113.63): unauthorized user
203.0.113.64 :: Nov 12 04:26:04 nas rpc.mountd[815]: refused mount request from 203.0.113.64 for /export (/export): unmatched host
- :: Nov 12 04:26:05 nas rpc.mountd[815]: authenticated mount request from 198.51.100.4:812 for /export (/export)
- :: Nov 12 04:26:06 nas rsyncd[816]: connect from host-4.example.com (198.51.100.4)
- :: Nov 12 04:26:07 nas rsyncd[816]: rsync to backup/ from amy@host-4.example.com (198.51.100.4)
- :: Nov 12 04:26:08 nas smbd[817]: Auth: [SMB2,(null)] user [CORP]\[amy] at [Thu, 12 Nov 2026 04:26:08 UTC] with [NTLMv2] status [NT_STATUS_OK] workstation [LAPTOP] remote host [ipv4:198.51.100.4:40113] became [CORP]\[amy]. local host [ipv4:192.0.2.3:445]
- :: Nov 12 04:26:09 nas rsyncd[818]: rsync error: timeout in data send/receive (code 30) at io.c(195)`,
  'name servers': String.raw`
203.0.113.71 :: 12-Nov-2026 04:27:01.123 client @0x7f10 203.0.113.71#40112 (example.com): query (cache) 'example.com/ANY/IN' denied (allow-query-cache did not match)
203.0.113.72 :: Nov 12 04:27:02 ns1 named[812]: client @0x7f11 203.0.113.72#40113 (example.org): zone transfer 'example.org/AXFR/IN' denied
203.0.113.73 :: Nov 12 04:27:03 ns2 nsd[813]: axfr for example.org. from 203.0.113.73 refused, no acl matches
203.0.113.74 :: Nov 12 04:27:04 ns1 named[812]: client @0x7f12 203.0.113.74#40114: update 'example.org/IN' denied
203.0.113.75 :: Nov 12 04:27:05 ns3 unbound: [814:0] notice: refused query from ip4 203.0.113.75 port 40115 example.com. ANY IN
- :: Nov 12 04:27:06 ns1 named[812]: client @0x7f13 198.51.100.4#40116 (example.org): query: example.org IN AXFR -T (192.0.2.1)
- :: Nov 12 04:27:07 ns1 named[812]: lame server resolving 'x.example.com' (in 'example.com'?): 198.51.100.9#53
- :: Nov 12 04:27:08 ns1 named[812]: REFUSED unexpected RCODE resolving 'x.example.com/A/IN': 198.51.100.9#53
- :: Nov 12 04:27:09 ns1 named[812]: zone example.com/IN: refresh: retry limit for master 198.51.100.10#53 exceeded
- :: Nov 12 04:27:10 ns1 named[812]: validating x.example.com/A: no valid signature found
- :: Nov 12 04:27:11 ns2 nsd[813]: notify for example.org. from 198.51.100.10 serial 2026111200`,
  proxies: String.raw`
203.0.113.81/amy :: 1762921681.123     12 203.0.113.81 TCP_DENIED/407 3891 CONNECT example.net:443 amy HIER_NONE/- text/html
203.0.113.82 :: 1762921682.123      4 203.0.113.82 TCP_DENIED/403 3891 CONNECT mail.example.net:25 - HIER_NONE/- text/html
203.0.113.83 :: Nov 12 04:28:03 gw danted[812]: block(1): tcp/accept ]: 203.0.113.83.40112 192.0.2.1.1080: error: username/password authentication failed
203.0.113.84 :: 2026-11-12 04:28:04 3proxy PROXY.3128 00407 bob 203.0.113.84:40113 0.0.0.0:0 0 0 0 CONNECT_example.net:443 authentication failed
203.0.113.85 :: Nov 12 04:28:05 gw tinyproxy[813]: Unauthorized connection from "203.0.113.85".
- :: 1762921686.123      4 198.51.100.4 TCP_DENIED/407 3891 CONNECT example.net:443 - HIER_NONE/- text/html
- :: 1762921687.123    212 198.51.100.4 TCP_TUNNEL/200 4412 CONNECT example.net:443 amy HIER_DIRECT/198.51.100.9 -
- :: 1762921688.123    612 198.51.100.4 TCP_MISS/503 3891 GET http://down.example.net/ amy HIER_NONE/- text/html
- :: Nov 12 04:28:09 gw tinyproxy[813]: Could not connect to host "198.51.100.9:80": Connection refused
- :: Nov 12 04:28:10 gw haproxy[814]: Server app/s1 is DOWN, reason: Layer4 connection problem, info: "Connection refused at initial connection step"`,
  'guest network': String.raw`
203.0.113.91/amy :: Nov 12 04:29:01 portal logportalauth[812]: Zone: guests - FAILURE: amy, aa:bb:cc:dd:ee:ff, 203.0.113.91, Invalid credentials specified.
203.0.113.92 :: Nov 12 04:29:02 coova-chilli[813]: chilli.c:4412: Login rejected for user bob from 203.0.113.92
- :: Nov 12 04:29:03 portal logportalauth[812]: Zone: guests - ACCEPT: bob, aa:bb:cc:dd:ee:01, 198.51.100.4
- :: Nov 12 04:29:04 portal logportalauth[812]: Zone: guests - TIMEOUT: bob, aa:bb:cc:dd:ee:01, 198.51.100.4
- :: Nov 12 04:29:05 ap7 hostapd: wlan0: STA aa:bb:cc:dd:ee:02 IEEE 802.11: deauthenticated due to inactivity
- :: Nov 12 04:29:06 gw dhcpd[814]: DHCPNAK on 198.51.100.7 to aa:bb:cc:dd:ee:03 via eth1`,
  'virtual machines': String.raw`
203.0.113.101/root :: 2026-11-12T04:30:01.123Z esx1 Hostd: warning hostd[2101] [Originator@6876 sub=Vimsvc.ha-eventmgr] Event 812 : Cannot login root@203.0.113.101
203.0.113.102/admin :: 2026-11-12T04:30:02.123Z vc1 vpxd: [error] Failed to authenticate user <admin> from 203.0.113.102: invalid login
203.0.113.103/root@pam :: Nov 12 04:30:03 pve1 pvedaemon[812]: authentication failure; rhost=203.0.113.103 user=root@pam msg=no such user ('root@pam')
- :: 2026-11-12T04:30:04.123Z esx1 Hostd: info hostd[2102] Event 813 : User root@198.51.100.4 logged in as VMware-client/8.0
- :: 2026-11-12T04:30:05.123Z esx1 Hostd: info hostd[2102] Event 814 : User root@198.51.100.4 logged out (login time: 1, number of API invocations: 9)
- :: Nov 12 04:30:06 pve1 pveproxy[813]: proxy detected vanished client connection
- :: Nov 12 04:30:07 pve1 pvestatd[814]: storage 'nfs1' is not online
- :: 2026-11-12T04:30:08.123Z esx1 vmkernel: cpu3:2103)WARNING: NFS: 312: Lost connection to the server 198.51.100.9 mount point /export`,
  'things in a house': String.raw`
203.0.113.111 :: 2026-11-12 04:31:01.123 WARNING (MainThread) [homeassistant.components.http.ban] Login attempt or request with invalid authentication from 203.0.113.111 (203.0.113.111). Requested URL: '/api/websocket'. (curl/8.0)
203.0.113.112/admin :: Nov 12 04:31:02 cam1 httpd[812]: user admin login failed, from 203.0.113.112, illegal login attempt 3
203.0.113.113 :: Nov 12 04:31:03 prn1 printer: SECURITY: authentication failure; interface: EWS; user: admin; source: 203.0.113.113
203.0.113.114 :: Nov 12 04:31:04 nas1 connection: User [admin] from [203.0.113.114] failed to log in via [DSM] due to authorization failure.
203.0.113.115 :: E [12/Nov/2026:04:31:05 +0000] [Client 12] pam_authenticate() returned 7 (Authentication failure) from 203.0.113.115
203.0.113.116 :: 2026-11-12 04:31:06,123 - octoprint.server.api - WARNING - Failed login attempt for user bob from ip: 203.0.113.116
- :: Nov 12 04:31:07 nas1 connection: User [amy] from [198.51.100.4] logged in successfully via [DSM].
- :: Nov 12 04:31:08 cam1 rtsp[813]: session 812 opened by 198.51.100.4 for stream /main
- :: Nov 12 04:31:09 prn1 printer: paper jam in tray 2; job 812 of user amy from 198.51.100.4 failed
- :: 2026-11-12 04:31:10.123 ERROR (MainThread) [homeassistant.components.mqtt] Failed to connect to MQTT server 198.51.100.9: Not authorized
- :: E [12/Nov/2026:04:31:11 +0000] [Job 812] Unable to connect to printer at 198.51.100.30: No route to host
- :: 2026-11-12 04:31:12,123 - octoprint.util - ERROR - Could not open serial port /dev/ttyUSB0`,
  'other tongues': String.raw`
203.0.113.121 :: 2026-11-12 04:32:01 FEHLER Anmeldung von Benutzer amy verweigert: falsches Kennwort (Adresse 203.0.113.121)
203.0.113.122 :: 2026-11-12 04:32:02 AVERT authentification refusée pour l'utilisateur amy, adresse IP 203.0.113.122
203.0.113.123 :: 2026-11-12 04:32:03 AVISO intento de inicio de sesión fallido: usuario amy, origen 203.0.113.123
203.0.113.124 :: 2026-11-12 04:32:04 AVISO tentativa de login sem sucesso: senha incorreta para o usuário amy, IP 203.0.113.124
203.0.113.125 :: 2026-11-12 04:32:05 AVVISO accesso negato all'utente amy da 203.0.113.125: password errata
203.0.113.126 :: 2026-11-12 04:32:06 WAARSCHUWING aanmelden mislukt voor gebruiker amy vanaf 203.0.113.126
203.0.113.127 :: 2026-11-12 04:32:07 VARNING inloggning misslyckades för användare amy från 203.0.113.127
203.0.113.128 :: 2026-11-12 04:32:08 ВНИМАНИЕ неудачная попытка входа пользователя amy с адреса 203.0.113.128
203.0.113.129 :: 2026-11-12 04:32:09 警告 用户 amy 密码错误，来源 203.0.113.129
203.0.113.130 :: 2026-11-12 04:32:10 警告 ユーザー amy のログインに失敗しました 接続元 203.0.113.130
- :: 2026-11-12 04:32:11 INFO Anmeldung von Benutzer amy erfolgreich (Adresse 198.51.100.4)
- :: 2026-11-12 04:32:12 INFO connexion réussie de l'utilisateur amy depuis 198.51.100.4
- :: 2026-11-12 04:32:13 ERROR no se pudo conectar con la base de datos en 198.51.100.9
- :: 2026-11-12 04:32:14 FEHLER Verbindung zu 198.51.100.9 konnte nicht hergestellt werden
- :: 2026-11-12 04:32:15 信息 用户 amy 登录成功，来源 198.51.100.4`,
}
