import type { Dialect } from '../dialect.ts'
import { stamp } from '../headers.ts'

/** A mail server: queue ids in front, `key=<value>` chains, free answers of strangers, verdicts. */
export const mailServer: Dialect = {
  name: 'mail server',
  header: ({ at, component, random }) => `${stamp(at)} mx1 ${component}[${2000 + random.int(40)}]: `,
  lists: {
    answer:
      'Requested_action_aborted:_local_error Greylisted,_please_try_again_later Mailbox_full User_unknown_in_virtual_mailbox_table Relay_access_denied Message_rejected_due_to_content',
    mech: 'PLAIN LOGIN CRAM-MD5 XOAUTH2',
    folder: 'INBOX Sent Trash Archive/2025 Junk',
    verdict: 'CLEAN SPAMMY SPAM INFECTED',
    virus: 'Eicar-Test-Signature Win.Trojan.Agent Doc.Dropper Html.Phishing.Bank',
    tls: 'TLSv1.2 TLSv1.3',
    cipher: 'ECDHE-RSA-AES256-GCM-SHA384 TLS~AES~256~GCM~SHA384 ECDHE-ECDSA-CHACHA20-POLY1305',
    rule: 'BAYES~99 URIBL~BLACK DKIM~VALID HTML~MESSAGE SPF~FAIL RCVD~IN~XBL',
    stage: 'CONNECT EHLO MAIL RCPT DATA',
  },
  statements: `
postfix/smtpd :: connect from {domain}[{ip}]
postfix/smtpd :: connect from unknown[{ip}]
postfix/smtpd :: disconnect from {domain}[{ip}] ehlo=1 mail=1 rcpt={small} data=1 quit=1 commands={small}
postfix/smtpd :: lost connection after {stage} from {domain}[{ip}]
postfix/smtpd :: {hex}: client={domain}[{ip}], sasl_method={mech}, sasl_username={email}
postfix/smtpd :: {hex}: client={domain}[{ip}]
postfix/smtpd :: NOQUEUE: reject: RCPT from {domain}[{ip}]: {n} {float} <{email}>: Recipient address rejected: {answer}; from=<{email}> to=<{email}> proto=ESMTP helo=<{domain}>
postfix/smtpd :: warning: hostname {domain} does not resolve to address {ip}
postfix/smtpd :: warning: {domain}[{ip}]: SASL {mech} authentication failed: UGFzc3dvcmQ6
postfix/smtpd :: Anonymous TLS connection established from {domain}[{ip}]: {tls} with cipher {cipher} ({n}/{n} bits)
postfix/smtp :: {hex}: to=<{email}>, relay={domain}[{ip}]:25, delay={float}, delays={float}/{float}/{float}/{float}, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as {hex})
postfix/smtp :: {hex}: to=<{email}>, relay=none, delay={float}, delays={float}/{float}/{float}/{float}, dsn=4.4.1, status=deferred (connect to {domain}[{ip}]:25: Connection timed out)
postfix/smtp :: {hex}: to=<{email}>, relay={domain}[{ip}]:25, delay={float}, delays={float}/{float}/{float}/{float}, dsn=5.1.1, status=bounced (host {domain}[{ip}] said: {n} {answer} (in reply to RCPT TO command))
postfix/smtp :: connect to {domain}[{ip}]:25: Connection timed out
postfix/cleanup :: {hex}: message-id=<{email}>
postfix/qmgr :: {hex}: from=<{email}>, size={n}, nrcpt={small} (queue active)
postfix/qmgr :: {hex}: removed
postfix/bounce :: {hex}: sender non-delivery notification: {hex}
postfix/anvil :: statistics: max connection rate {small}/60s for (smtp:{ip}) at {clock}
postfix/anvil :: statistics: max cache size {small} at {clock}
postfix/scache :: statistics: domain lookup hits={n} miss={n} success={percent}
dovecot :: imap-login: Login: user=<{email}>, method={mech}, rip={ip}, lip={ip}, mpid={n}, TLS, session=<{hash}>
dovecot :: imap-login: Disconnected (auth failed, {small} attempts in {small} secs): user=<{email}>, method={mech}, rip={ip}, lip={ip}, TLS, session=<{hash}>
dovecot :: imap-login: Aborted login (no auth attempts in {small} secs): user=<>, rip={ip}, lip={ip}, session=<{hash}>
dovecot :: imap({email}): Logged out in={n} out={n}
dovecot :: imap({email}): Connection closed (IDLE running for {float} + waiting input for {float} secs) in={n} out={n}
dovecot :: lmtp({email}): sieve: msgid=<{email}>: stored mail into mailbox '{folder}'
dovecot :: lmtp({email}): msgid=<{email}>: saved mail to {folder}
dovecot :: auth: passwd-file({email},{ip}): unknown user
dovecot :: auth: passwd-file({email},{ip}): Password mismatch
amavis :: ({n}-{small}) Passed {verdict} (RelayedInbound), [{ip}]:{port} [{ip}] <{email}> -> <{email}>, Queue-ID: {hex}, Message-ID: <{email}>, mail_id: {hex}, Hits: {float}, size: {n}, queued_as: {hex}, {n} ms
amavis :: ({n}-{small}) Blocked {verdict} ({virus}) (DiscardedInbound), [{ip}]:{port} [{ip}] <{email}> -> <{email}>, quarantine: {word}-{hex}, Queue-ID: {hex}, {n} ms
amavis :: ({n}-{small}) Checking: {hex} [{ip}] <{email}> -> <{email}>
spamd :: spamd: identified spam ({float}/{float}) for {user}:{n} in {float} seconds, {n} bytes.
spamd :: spamd: clean message ({float}/{float}) for {user}:{n} in {float} seconds, {n} bytes.
spamd :: spamd: result: Y {small} - {rule,} scantime={float},size={n},user={user},uid={n},required_score={float},rhost={ip},raddr={ip},rport={port},mid=<{email}>
spamd :: prefork: child states: II
opendkim :: {hex}: DKIM-Signature field added (s={word}, d={domain})
opendkim :: {hex}: no signing table match for '{email}'
clamd :: {path}: {virus} FOUND
clamd :: SelfCheck: Database status OK.
clamd :: Reading databases from {folder}`,
}
