/** The account a line speaks of, by the grammar around it: `user=x`, `invalid user x`, `for 'x'`, `for x`. */
import { parseAddress } from './addresses.ts'

const LONGEST = 128

/** Words that follow "user" or "for" without naming anybody. */
const NOBODY = new Set(
  'a an the this that not no from user users username account is was are has had have been be unknown invalid illegal by in on at to with and or of via using connection authentication login password service host client ip address null none undefined nil unknown - ? due because attempt failed failure name id nonexistent non-existent existing'.split(
    ' ',
  ),
)

const BY_KEY =
  /\b(?:user(?:[ _-]?(?:name|id))?|usr|acct|account(?:[ _-]?(?:name|id))?|login|set_id|subject|principal|usrname|suser|duser)(?:=|": ?|: ?(?=["'[<]))\s?(?:"([^"]{0,128})|'([^']{0,128})'|<([^>]{0,128})>|\[([^\]]{0,128})\]|([^\s,;)\]"'=]{1,128}))/gi
const NAMED =
  /\b(?:invalid|illegal|unknown|nonexistent|authenticating) user:? (?:["'<[]([^"'>\]]{1,128})["'>\]]|([^\s"'=,;:]{1,128}))/i
const QUOTED =
  /\b(?:user(?:name)?|for|as|account|login|peer|role|utilisateur|benutzer|usuario)(?: name)?:?\s["'`‘“<[]([^"'`’”>\]]{1,128})["'`’”>\]]/gi
const PLAIN = /\b(?:for (?:user )?|user:? |as |account |authenticate )([\w.@$\\+/-]{1,128})/gi
const IN_URI = /\b[a-z]{2,8}:([^@\s'"<>:/]{1,64})@/i

export function findAccount(text: string): string | undefined {
  return (
    firstName(text.matchAll(BY_KEY)) ??
    named(text) ??
    firstName(text.matchAll(QUOTED)) ??
    named(text, IN_URI) ??
    firstName(text.matchAll(PLAIN))
  )
}

function named(text: string, grammar = NAMED): string | undefined {
  const match = grammar.exec(text)
  return match === null ? undefined : nameIn(match)
}

function firstName(matches: Iterable<RegExpMatchArray>): string | undefined {
  for (const match of matches) {
    const name = nameIn(match)
    if (name !== undefined) return name
  }
  return undefined
}

function nameIn(match: RegExpMatchArray): string | undefined {
  const name = match
    .slice(1)
    .find((group) => group !== undefined)
    ?.trim()
    .replace(/[.:,;]+$/, '')
  if (name === undefined || name === '' || name.length > LONGEST || name.includes('=')) return undefined
  if (NOBODY.has(name.toLowerCase()) || /^(?:invalid|unknown)\b/i.test(name)) return undefined
  return parseAddress(name.replace(/:\d+$/, '')) === undefined && !/<\*>/.test(name) ? name : undefined
}
