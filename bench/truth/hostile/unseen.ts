/** Only counted: no rule is made by looking at these. */
export const unseen: Readonly<Record<string, string>> = {
  'mail for few': String.raw`
203.0.113.11 :: Nov 12 07:01:01 box maddy[812]: submission: AUTH failed {"reason":"unknown credentials","src_ip":"203.0.113.11:40112","username":"amy"}
203.0.113.12 :: Nov 12 07:01:02 box dma-in[813]: 203.0.113.12: RCPT TO:<a@example.net> denied, relaying is not allowed
203.0.113.13 :: Nov 12 07:01:03 box popd[814]: -ERR authentication failed (user root, host 203.0.113.13)
203.0.113.14 :: Nov 12 07:01:04 box spamd[815]: 203.0.113.14: connected but blacklisted: nixspam
- :: Nov 12 07:01:05 box maddy[812]: submission: accepted {"msg_id":"4f","src_ip":"198.51.100.4:40113","username":"bob"}
- :: Nov 12 07:01:06 box popd[816]: +OK bob logged in, host 198.51.100.4
- :: Nov 12 07:01:07 box maddy[812]: remote: delivery attempt failed {"rcpt":"b@example.com","remote_server":"mx.example.com","reason":"550 no such user"}
- :: Nov 12 07:01:08 box spamd[815]: 198.51.100.5: disconnected after 3 seconds.`,
  'mail for many': String.raw`
203.0.113.21/amy@example.org :: 2026-11-12 07:02:01 auth.core[812]: user=amy@example.org ip=203.0.113.21 service=imap result=denied cause="bad password"
203.0.113.22 :: 2026-11-12 07:02:02 edge[813]: smtp: 203.0.113.22 exceeded 20 recipients per minute, throttled
203.0.113.23 :: 2026-11-12 07:02:03 edge[814]: tls: client 203.0.113.23 offered no acceptable cipher
- :: 2026-11-12 07:02:04 auth.core[812]: user=bob@example.org ip=198.51.100.4 service=imap result=granted
- :: 2026-11-12 07:02:05 store[815]: mailbox of bob@example.org over quota, message from 198.51.100.4 deferred
- :: 2026-11-12 07:02:06 edge[816]: upstream 198.51.100.9:25 refused connection`,
  'stores of data': String.raw`
203.0.113.31/app :: 2026-11-12T07:03:01.123 ERR [sessions] connection 203.0.113.31:40112 dropped: SCRAM exchange failed for "app"
203.0.113.32 :: 07:03:02.123 [conn-17] W auth  rejected handshake from 203.0.113.32, protocol version 0 unsupported
203.0.113.33 :: 2026-11-12 07:03:03,123 [qtp-9] WARN  o.a.s.SecurityFilter  403 Forbidden: no role for anonymous, client=203.0.113.33
203.0.113.34/root :: W1112 07:03:04.123456 812 access.go:77] deny user root@203.0.113.34: host not in grant table
- :: 07:03:05.123 [conn-18] I net   accepted 198.51.100.4
- :: 2026-11-12T07:03:06.123 ERR [query] statement timeout for client 198.51.100.4:40113
- :: 2026-11-12 07:03:07,123 [qtp-9] WARN  o.a.s.Replica  sync from 198.51.100.9 failed: checksum mismatch
- :: W1112 07:03:08.123456 812 raft.go:77] vote request from 198.51.100.10 rejected: stale term`,
  'files and prints': String.raw`
203.0.113.41 :: Nov 12 07:04:01 nas afpd[812]: login failure: user "amy", address 203.0.113.41
203.0.113.42 :: Nov 12 07:04:02 nas tftpd[813]: refused request from 203.0.113.42: ../../etc/passwd
203.0.113.43 :: Nov 12 07:04:03 nas svnserve[814]: 203.0.113.43 ERR - 0 170001 Authentication required but no credentials accepted: Username not found
203.0.113.44 :: Nov 12 07:04:04 prn lpd[815]: rejected connection from 203.0.113.44: host not in /etc/hosts.lpd
- :: Nov 12 07:04:05 nas afpd[816]: login bob (uid 1001), address 198.51.100.4
- :: Nov 12 07:04:06 nas tftpd[817]: RRQ from 198.51.100.4 filename boot.img
- :: Nov 12 07:04:07 nas svnserve[818]: 198.51.100.4 bob repo commit r812
- :: Nov 12 07:04:08 prn lpd[819]: document from 198.51.100.4 rejected: unsupported format`,
  'remote hands': String.raw`
203.0.113.51 :: 2026-11-12 07:05:01 +0000 remotix: viewer 203.0.113.51 failed password check (2 of 5)
203.0.113.52/admin :: Nov 12 07:05:02 jump guard[812]: denied admin@203.0.113.52 -> web1: no grant
203.0.113.53 :: Nov 12 07:05:03 esx2 vmauthd: login attempt from 203.0.113.53 rejected
203.0.113.54 :: Nov 12 07:05:04 kvm1 libvirtd[813]: authentication failed: Failed to verify peer's certificate, client 203.0.113.54
- :: Nov 12 07:05:05 jump guard[812]: bob@198.51.100.4 -> web1: session recorded
- :: 2026-11-12 07:05:06 +0000 remotix: viewer 198.51.100.4 connected
- :: Nov 12 07:05:07 kvm1 libvirtd[813]: End of file while reading data: Input/output error`,
  'paths through edges': String.raw`
203.0.113.61 :: Nov 12 07:06:01 edge1 fwd: action=reject rule=22 src=203.0.113.61 dst=192.0.2.1 sport=40112 dport=22 proto=tcp
203.0.113.62 :: Nov 12 07:06:02 edge1 ips: signature 4410 "Directory Traversal" from 203.0.113.62 blocked
203.0.113.63 :: Nov 12 07:06:03 lb1 waf: 203.0.113.63 GET /?id=1 matched rule sqli-4, request denied
203.0.113.64 :: Nov 12 07:06:04 dns1 resolver: refused recursion for 203.0.113.64
203.0.113.65 :: Nov 12 07:06:05 vpn9 portal: 203.0.113.65: captcha failed 5 times, login disabled for 10 minutes
- :: Nov 12 07:06:06 edge1 fwd: action=accept rule=3 src=198.51.100.4 dst=192.0.2.1 sport=40113 dport=443 proto=tcp
- :: Nov 12 07:06:07 lb1 lb: health check of 198.51.100.9 failed, 2 of 3
- :: Nov 12 07:06:08 edge1 nat: translation for 198.51.100.4 expired
- :: Nov 12 07:06:09 dns1 resolver: lookup of example.com for 198.51.100.4 failed: SERVFAIL
- :: Nov 12 07:06:10 edge1 dhcp6: declined 2001:db8::7, duplicate address`,
  'pages and programs': String.raw`
203.0.113.71 :: {"ts":"2026-11-12T07:07:01Z","sev":"WARNING","svc":"portal","msg":"bad credentials","remote":"203.0.113.71","login":"amy"}
203.0.113.72 :: {"ts":"2026-11-12T07:07:02Z","sev":"WARNING","svc":"api","msg":"invalid api key","ip":"203.0.113.72","route":"/v2/orders"}
203.0.113.73 :: 2026-11-12 07:07:03 [auth] lockout: 203.0.113.73 after 10 failures on account amy
203.0.113.74 :: 2026-11-12 07:07:04 [web] suspicious request from 203.0.113.74: /wp-content/../../wp-config.php
203.0.113.75 :: Nov 12 07:07:05 cms[812]: user "editor" login denied (203.0.113.75), account suspended
203.0.113.76 :: 2026-11-12T07:07:06Z W gateway: token expired or forged, caller 203.0.113.76, audience orders
- :: {"ts":"2026-11-12T07:07:07Z","sev":"ERROR","svc":"api","msg":"validation failed: email is invalid","ip":"198.51.100.4","route":"/v2/orders"}
- :: {"ts":"2026-11-12T07:07:08Z","sev":"INFO","svc":"portal","msg":"login ok","remote":"198.51.100.4","login":"bob"}
- :: 2026-11-12 07:07:09 [web] slow request from 198.51.100.4: /report took 12 s
- :: 2026-11-12T07:07:10Z E gateway: call to billing at 198.51.100.9 failed with 500
- :: Nov 12 07:07:11 cms[812]: user "bob" changed password (198.51.100.4)
- :: 2026-11-12 07:07:12 [mail] could not send welcome mail to amy, smtp 198.51.100.25 said 421`,
  'talking boxes': String.raw`
203.0.113.81 :: Nov 12 07:08:01 gk1 h323: ARQ from 203.0.113.81 rejected, endpoint not registered
203.0.113.82 :: 2026-11-12 07:08:02 ejb: <c2s> 203.0.113.82 SASL PLAIN not-authorized for bob@example.org
203.0.113.83 :: 2026-11-12 07:08:03 game: rcon: bad password from 203.0.113.83:40112
203.0.113.84 :: 2026-11-12 07:08:04 ts: client from 203.0.113.84 banned: flood protection
- :: Nov 12 07:08:05 gk1 h323: endpoint 198.51.100.4 registered as 2001
- :: 2026-11-12 07:08:06 ejb: <c2s> 198.51.100.4 session established for amy@example.org
- :: 2026-11-12 07:08:07 game: player amy (198.51.100.4:40113) kicked: ping too high
- :: Nov 12 07:08:08 gk1 h323: call to 198.51.100.9 failed: busy`,
}
