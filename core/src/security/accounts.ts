/** The account a line speaks of, by the grammar around it: `user=x`, `invalid user x`, `for 'x'`, `for x`. */
import { parseAddress } from './addresses.ts'

const LONGEST = 128

/** Words that follow "user" or "for" without naming anybody. */
const NOBODY = new Set(
  'a an the this that not no from user users username account member credentials is was are has had have been be unknown invalid illegal by in on at to with and or of via using connection authentication login password service host client ip address null none undefined nil unknown - ? due because attempt failed failure name id nonexistent non-existent existing preauth uid failed locked disabled expired could cannot must should will would does did logged signed requests request sessions session data oder und unbekannt ou et inconnu o y desconocido e sconosciuto of en onbekend eller och lub nebo или або'.split(
    ' ',
  ),
)

const BY_KEY =
  /\b(?:(?:target|remote|auth|client|source|src|login|request|subject|attempted)[._-]?)?(?:user(?:[ _-]?name)?|usr|acct|account(?:[ _-]?(?:name|id))?|admin[ _-]?name|login|set_id|subject|principal(?:[ _-]?name)?|usrname|suser|duser)(?: ?=|\||": ?|: ?(?=["'[<]))\s?(?:"([^"]{0,128})|'([^']{0,128})'|<([^>]{0,128})>|\[([^\]]{0,128})\]|([^\s,;)\]"'=]{1,128}))/gi
const AFTER_COLON = /\b(?:user ?name|users?|account name): ([^\s:"'<[\]]{2,128})(?=[\s\]]|$)/gi
const NAMED =
  /\b(?:invalid|illegal|unknown|nonexistent|authenticating) user:? (?:["'<[]([^"'>\]]{1,128})["'>\]]|([^\s"'=,;:]{1,128}))/i
const QUOTED =
  /\b(?:user(?:name)?|for|as|account|login|member|peer|role|utilisateur|benutzer|usuario)(?: name)?:?\s\\?["'`‘“<[]([^"'`’”>\]\\]{1,128})\\?["'`’”>\]]/gi
/** The same in other tongues, quoted or not. */
const FOREIGN =
  /(?<!\p{L})(?:benutzers?|nutzers?|kontos?|utilisateur|compte|usuario|usuário|cuenta|conta|utente|gebruiker|användaren?|konto|bruger|bruker|käyttäjä|użytkownika?|uživatele?|kullanıcı|пользовател[ья]|користувача?|用户|账号|帳號|ユーザ[ー=:]?|사용자)[\s:：]{1,2}["'«»„“‘]?\s?([\w.@$\\+-]{1,128})/giu
/** `login failed "amy"`, `Login incorrect (no such user): [amy]`. */
const AFTER_OUTCOME =
  /\blog ?[io]n (?:failed|incorrect|error|failure|rejected|refused)\b[^"'[\]]{0,80}["'[]([^"'\]]{1,128})["'\]]/gi
const PLAIN = /\b(?:for (?:user )?|user:? |as |account |authenticate )([\w.@$\\+/-]{1,128})/gi
/** `amy@192.0.2.1` */
const AT_ADDRESS = /(?<![\w.@:-])([\w.-]{1,64})@(?=\d{1,3}\.\d{1,3}\.\d)/g
const IN_URI = /\b[a-z]{2,8}:([^@\s'"<>:/]{1,64})@/i

export function findAccount(text: string): string | undefined {
  const mayHoldKey = text.includes(':') || text.includes('=') || text.includes('|')
  return (
    (mayHoldKey ? byKey(text) : undefined) ??
    named(text) ??
    firstName(text.matchAll(QUOTED)) ??
    (mayHoldKey ? named(text, IN_URI) : undefined) ??
    firstName(text.matchAll(AFTER_OUTCOME)) ??
    firstName(text.matchAll(FOREIGN)) ??
    firstName(text.matchAll(PLAIN)) ??
    firstName(text.matchAll(AT_ADDRESS))
  )
}

function byKey(text: string): string | undefined {
  return firstName(text.matchAll(BY_KEY)) ?? firstName(text.matchAll(AFTER_COLON))
}

function named(text: string, grammar = NAMED, nobody = NEVER): string | undefined {
  const match = grammar.exec(text)
  return match === null ? undefined : nameIn(match, nobody)
}

function firstName(matches: Iterable<RegExpMatchArray>): string | undefined {
  for (const match of matches) {
    const name = nameIn(match)
    if (name !== undefined) return name
  }
  return undefined
}

/** Behind "invalid user" nearly every word is a name, "user" and "guest" too. */
const NEVER = new Set(['from', 'name', 'names', 'id', 'for', 'in', 'or', 'account'])

/** `from: 192.0.2.1`, `cause|wrong password`, `name/password` */
const NO_NAME = /: |\||^(?:name|password)[/,]/i

function nameIn(match: RegExpMatchArray, nobody = NOBODY): string | undefined {
  const name = match
    .slice(1)
    .find((group) => group !== undefined)
    ?.trim()
    .replace(/[.:,;]+$/, '')
  if (name === undefined || name === '' || name.startsWith('/') || name.length > LONGEST || name.includes('='))
    return undefined
  if (!/[\p{L}\p{N}]/u.test(name) || NO_NAME.test(name)) return undefined
  if (nobody.has(name.toLowerCase()) || /^(?:invalid|unknown)\b/i.test(name)) return undefined
  return parseAddress(name.replace(/:\d+$/, '')) === undefined && !/<\*>/.test(name) ? name : undefined
}
