/** Mail: taking, fetching, filtering, and reading it in a browser. */
export const mail: Readonly<Record<string, string>> = {
  'smtp, sign-in and relaying': String.raw`
203.0.113.11 :: Nov 12 03:11:01 mx1 postfix/submission/smtpd[8123]: warning: unknown[203.0.113.11]: SASL PLAIN authentication failed: authentication failure
203.0.113.12 :: Nov 12 03:11:07 mx1 postfix/smtps/smtpd[8124]: warning: pool-12.example.net[203.0.113.12]: SASL LOGIN authentication failed: Connection lost to authentication server, sasl_username=info@example.org
203.0.113.13 :: Nov 12 03:11:09 mx1 postfix/smtpd[8125]: NOQUEUE: reject: RCPT from unknown[203.0.113.13]: 554 5.7.1 Service unavailable; Client host [203.0.113.13] blocked using bl.example.net; from=<a@example.com> to=<amy@example.org> proto=ESMTP helo=<pc>
203.0.113.14 :: Nov 12 03:11:12 mx1 postfix/smtpd[8126]: NOQUEUE: reject: RCPT from mail.example.com[203.0.113.14]: 550 5.1.1 <sales9@example.org>: Recipient address rejected: User unknown in virtual mailbox table; from=<x@example.com> to=<sales9@example.org> proto=SMTP helo=<mail>
203.0.113.15 :: Nov 12 03:11:13 mx1 postfix/smtpd[8126]: NOQUEUE: reject: EHLO from unknown[203.0.113.15]: 504 5.5.2 <ylmf-pc>: Helo command rejected: need fully-qualified hostname; proto=SMTP helo=<ylmf-pc>
2001:db8:5::15 :: Nov 12 03:11:14 mx1 postfix/smtpd[8127]: NOQUEUE: reject: VRFY from unknown[2001:db8:5::15]: 550 5.1.1 <root>: Recipient address rejected: User unknown; to=<root> proto=SMTP helo=<x>
203.0.113.16 :: Nov 12 03:11:20 mx1 postfix/smtpd[8128]: too many errors after AUTH from unknown[203.0.113.16]
- :: Nov 12 03:11:21 mx1 postfix/smtpd[8129]: connect from mail.example.com[198.51.100.4]
- :: Nov 12 03:11:21 mx1 postfix/smtpd[8129]: Anonymous TLS connection established from mail.example.com[198.51.100.4]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
- :: Nov 12 03:11:22 mx1 postfix/smtpd[8129]: 4XdB1: client=mail.example.com[198.51.100.4], sasl_method=PLAIN, sasl_username=amy@example.org
- :: Nov 12 03:11:23 mx1 postfix/smtpd[8129]: disconnect from mail.example.com[198.51.100.4] ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8
- :: Nov 12 03:11:25 mx1 postfix/smtp[8140]: 4XdB2: to=<bob@example.com>, relay=mx.example.com[198.51.100.9]:25, delay=2, dsn=5.1.1, status=bounced (host mx.example.com[198.51.100.9] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
- :: Nov 12 03:11:26 mx1 postfix/smtp[8141]: connect to mx2.example.com[198.51.100.10]:25: Connection timed out
- :: Nov 12 03:11:27 mx1 postfix/smtp[8142]: warning: TLS library problem: certificate verification failed for mx.example.com[198.51.100.9]:25: untrusted issuer
- :: Nov 12 03:11:28 mx1 postfix/cleanup[8143]: warning: table hash:/etc/aliases lookup failed: No such file`,
  'smtp, gate before it': String.raw`
203.0.113.21 :: Nov 12 03:12:01 mx1 postfix/postscreen[911]: PREGREET 14 after 0.22 from [203.0.113.21]:41212: EHLO ylmf-pc\r\n
203.0.113.22 :: Nov 12 03:12:02 mx1 postfix/postscreen[911]: NOQUEUE: reject: RCPT from [203.0.113.22]:41213: 550 5.7.1 Service unavailable; client [203.0.113.22] blocked using zen.example.net; from=<a@b.example>, to=<c@example.org>, proto=ESMTP, helo=<h>
203.0.113.23 :: Nov 12 03:12:03 mx1 postfix/postscreen[911]: COMMAND COUNT LIMIT from [203.0.113.23]:41214 after RCPT
203.0.113.24 :: Nov 12 03:12:04 mx1 postfix/postscreen[911]: NON-SMTP COMMAND from [203.0.113.24]:41215 after CONNECT: GET / HTTP/1.1
- :: Nov 12 03:12:05 mx1 postfix/postscreen[911]: CONNECT from [198.51.100.4]:41216 to [192.0.2.1]:25
- :: Nov 12 03:12:06 mx1 postfix/postscreen[911]: PASS NEW [198.51.100.4]:41216
- :: Nov 12 03:12:07 mx1 postfix/postscreen[911]: WHITELISTED [198.51.100.5]:41217
- :: Nov 12 03:12:08 mx1 postfix/postscreen[911]: warning: dnsblog reply timeout 10s for bl.example.net`,
  'imap, login processes': String.raw`
203.0.113.31/root :: Nov 12 03:13:01 mail dovecot: imap-login: Disconnected: Connection closed (auth failed, 2 attempts in 9 secs): user=<root>, method=LOGIN, rip=203.0.113.31, lip=192.0.2.1, session=<Ax1>
203.0.113.32 :: Nov 12 03:13:03 mail dovecot: auth: passwd-file(sales@example.org,203.0.113.32): unknown user (SHA1 of given password: 2fd4e1)
203.0.113.33/amy :: Nov 12 03:13:05 mail dovecot: pop3-login: Aborted login (auth failed, 1 attempts in 2 secs): user=<amy>, method=PLAIN, rip=203.0.113.33, lip=192.0.2.1
2001:db8:5::33/bob :: Nov 12 03:13:06 mail dovecot: managesieve-login: Disconnected (tried to use disallowed plaintext auth): user=<bob>, method=PLAIN, rip=2001:db8:5::33, lip=2001:db8::1
203.0.113.34 :: Nov 12 03:13:07 mail dovecot: auth: ldap(amy,203.0.113.34,<Ax2>): Password mismatch (for LDAP bind)
- :: Nov 12 03:13:08 mail dovecot: imap-login: Disconnected (no auth attempts in 3 secs): user=<>, rip=198.51.100.4, lip=192.0.2.1, TLS handshaking: SSL_accept() syscall failed
- :: Nov 12 03:13:09 mail dovecot: imap-login: Login: user=<amy>, method=PLAIN, rip=198.51.100.4, lip=192.0.2.1, mpid=99, TLS, session=<Ax3>
- :: Nov 12 03:13:10 mail dovecot: imap(amy)<99><Ax3>: Logged out in=412 out=9120 deleted=0 expunged=0
- :: Nov 12 03:13:11 mail dovecot: auth: Error: ldap: Can't connect to server ldaps://192.0.2.20: Can't contact LDAP server
- :: Nov 12 03:13:12 mail dovecot: imap(bob)<100><Ax4>: Error: Failed to autocreate mailbox INBOX: Permission denied
- :: Nov 12 03:13:13 mail dovecot: lmtp(amy@example.org)<101>: msgid=<a@b>: saved mail to INBOX`,
  'imap, other writing': String.raw`
203.0.113.41 :: Nov 12 03:14:01 mail imaps[2230]: badlogin: [203.0.113.41] plaintext amy SASL(-13): authentication failure: checkpass failed
203.0.113.42 :: Nov 12 03:14:02 mail imapd: LOGIN FAILED, method=PLAIN, ip=[::ffff:203.0.113.42]
203.0.113.43 :: Nov 12 03:14:03 mail imapd[2231]: Login failed user=root auth=root host=[203.0.113.43]
203.0.113.44 :: Nov 12 03:14:03 mail ipop3d[2232]: Login excessive login failures user=amy auth=amy host=[203.0.113.44]
- :: Nov 12 03:14:04 mail imaps[2233]: login: host.example.com [198.51.100.4] amy plain+TLS User logged in SESSIONID=<x-1>
- :: Nov 12 03:14:05 mail imapd: LOGIN, user=amy, ip=[::ffff:198.51.100.4], port=[51234], protocol=IMAP
- :: Nov 12 03:14:06 mail imapd: LOGOUT, user=amy, ip=[::ffff:198.51.100.4], headers=0, body=0, rcvd=24, sent=319, time=0
- :: Nov 12 03:14:07 mail imaps[2234]: starttls: TLSv1.2 with cipher ECDHE (256/256 bits new) no authentication
- :: Nov 12 03:14:08 mail master[1]: process type:SERVICE name:imaps path:/usr/lib/imapd age:1s pid:2235 signaled to death by signal 11`,
  'pop3 of a small server': String.raw`
203.0.113.51/amy :: Nov 12 03:15:01 box popper[3301]: amy at host-51.example.net (203.0.113.51): -ERR [AUTH] Password supplied for "amy" is incorrect.
203.0.113.52 :: Nov 12 03:15:02 box vpopmail[3302]: vchkpw-pop3: vpopmail user not found info@example.org:203.0.113.52
203.0.113.53 :: Nov 12 03:15:03 box vpopmail[3303]: vchkpw-smtp: password fail (pass: 'abc') amy@example.org:203.0.113.53
203.0.113.54 :: Nov 12 03:15:04 box pop3d[3304]: authentication failed for bob from 203.0.113.54
- :: Nov 12 03:15:05 box vpopmail[3305]: vchkpw-pop3: (PLAIN) login success amy@example.org:198.51.100.4
- :: Nov 12 03:15:06 box popper[3306]: Stats: amy 0 0 12 44120 host-4.example.net 198.51.100.4
- :: Nov 12 03:15:07 box pop3d[3307]: Connection from 198.51.100.4
- :: Nov 12 03:15:08 box popper[3308]: I/O error flushing output to client amy at host-4.example.net [198.51.100.4]: Operation not permitted (1)`,
  'mail server with numeric replies': String.raw`
203.0.113.61 :: "SMTPD"	4188	101	"2026-11-12 03:16:01.123"	"203.0.113.61"	"SENT: 535 Authentication failed. Too many invalid logon attempts."
203.0.113.62 :: 2026-11-12 03:16:03 [203.0.113.62:51234] SMTP << 535 5.7.8 Error: authentication credentials invalid
203.0.113.63 :: 11/12/26 03:16:05 IMAP-IN: 203.0.113.63 login failed, user "amy", 3 attempt(s)
203.0.113.64 :: Thu 2026-11-12 03:16:07: [203.0.113.64] <-- AUTH LOGIN; --> 535 Authentication failed
- :: "SMTPD"	4188	102	"2026-11-12 03:16:08.123"	"198.51.100.4"	"SENT: 235 authenticated."
- :: "SMTPD"	4188	102	"2026-11-12 03:16:09.123"	"198.51.100.4"	"RECEIVED: EHLO laptop"
- :: "SMTPC"	4189	103	"2026-11-12 03:16:10.123"	"198.51.100.9"	"RECEIVED: 220 mx.example.com ESMTP"
- :: 2026-11-12 03:16:11 [198.51.100.4:51240] SMTP << 250 2.1.5 Recipient OK`,
  webmail: String.raw`
203.0.113.71/amy :: [12-Nov-2026 03:17:01 +0000]: <ab12> Failed login for amy from 203.0.113.71 in session ab12 (error: 0)
203.0.113.72 :: Nov 12 03:17:02 web horde: [imp] FAILED LOGIN for amy [203.0.113.72] to {imap.example.org:993 [imap/ssl]} [pid 12 on line 139 of "/var/www/imp/lib/Auth.php"]
203.0.113.73 :: 2026-11-12T03:17:03.000 WebUI: Auth failed: ip=203.0.113.73 user=amy@example.org
203.0.113.74 :: 2026-11-12 03:17:04,123 INFO [qtp-77:https:https://mail.example.org/service/soap/AuthRequest] [name=amy@example.org;oip=203.0.113.74;ua=web/9;] SoapEngine - handler exception: authentication failed for [amy], invalid password
- :: [12-Nov-2026 03:17:05 +0000]: <ab13> Successful login for bob (ID: 7) from 198.51.100.4 in session ab13
- :: [12-Nov-2026 03:17:06 +0000]: <ab13> IMAP Error: Login failed for bob against imap.example.org from 198.51.100.4. Could not connect to ssl://192.0.2.9:993: Connection refused
- :: 2026-11-12 03:17:07,123 INFO [qtp-78] [name=bob@example.org;mid=4;oip=198.51.100.4;] mailop - Moving Message (id=257) to Folder Inbox
- :: Nov 12 03:17:08 web horde: [imp] Login success for bob [198.51.100.4] to {imap.example.org:993 [imap/ssl]}`,
  'filters and greylists': String.raw`
203.0.113.81 :: Nov 12 03:18:01 mx rspamd[71]: <f1>; lua; ratelimit.lua:210: rate limit exceeded for ip 203.0.113.81
203.0.113.82 :: Nov 12 03:18:02 mx policyd[72]: rejecting client 203.0.113.82: listed at dnsbl.example.net
203.0.113.83 :: Nov 12 03:18:03 mx milter-reject[73]: RCPT from unknown[203.0.113.83]: 5.7.1 Spam message rejected; from=<a@b.example> to=<amy@example.org>
- :: Nov 12 03:18:04 mx postgrey[74]: action=greylist, reason=new, client_name=mail.example.com, client_address=198.51.100.4, sender=a@example.com, recipient=amy@example.org
- :: Nov 12 03:18:05 mx postgrey[74]: action=pass, reason=triplet found, client_name=mail.example.com, client_address=198.51.100.4, sender=a@example.com, recipient=amy@example.org
- :: Nov 12 03:18:06 mx amavis[75]: (75-1) Passed CLEAN {RelayedInbound}, [198.51.100.4]:51234 <a@example.com> -> <amy@example.org>, Hits: -1.9
- :: Nov 12 03:18:07 mx opendkim[76]: 4XdB5: mail.example.com [198.51.100.4] not internal
- :: Nov 12 03:18:08 mx clamd[77]: Database correctly reloaded (8712345 signatures)
- :: Nov 12 03:18:09 mx rspamd[71]: <f2>; proxy; rspamd_message_parse: loaded message; id: <a@b>; size: 912; checksum: 77aa`,
}
