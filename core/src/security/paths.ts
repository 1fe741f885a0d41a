/** What the path of a request gives away: attack payloads, shapes only a searcher asks for, sign-in forms, static files. */

const TRAVERSAL = String.raw`\.\.[/\\]|\.\.%(?:25)?(?:2f|5c)|%(?:25)?2e%(?:25)?2e|%c0%a[ef]|%00|/etc/(?:passwd|shadow)|/proc/self|boot\.ini|win\.ini`
const SQL = String.raw`\bunion(?:\s|\+|%20|/\*\*/)+(?:all(?:\s|\+|%20)+)?select\b|'(?:\s|\+|%20)*(?:or|and)(?:\s|\+|%20)+['\d(]|%27(?:\s|\+|%20)*(?:or|and)(?:\s|\+|%20)|\b(?:sleep|benchmark|waitfor|extractvalue)(?:\s|\+|%20)*\(|information_schema|\bxp_cmdshell`
const SCRIPT = String.raw`(?:<|%3c)(?:/|%2f)?(?:script|img|svg|iframe)\b|\bjavascript:|\bon(?:error|load|click)(?:=|%3d)|alert\(`
/** A bare `${name}` or `{{name}}` is a page that forgot to fill in its own link. */
const TEMPLATE = String.raw`(?:\$|%24|\{|%7b)(?:\{|%7b)[^}]{0,80}?(?:[:(*@#|]|__|%3a|%28|%2a|%40|%23|%7c)|\$\(|%24%28|<\?php|<%=`
const COMMAND = String.raw`(?:;|\||%7c|%3b|\x60|%60|&&)(?:\s|\+|%20)*(?:cat|ls|id|wget|curl|nc|bash|sh|chmod|rm|ping|uname|whoami|sleep|echo)\b|/bin/(?:sh|bash)|\bcmd\.exe|powershell|(?:cmd|exec|command)=(?:ls|cat|id|pwd|wget|curl|whoami|uname)\b`
const WRAPPER = String.raw`(?:=|%3d)(?:php|data|expect|zip|phar|gopher|dict|jar|file|ldaps?|rmi):(?:/|%2f)`
const PAYLOAD = new RegExp([TRAVERSAL, SQL, SCRIPT, TEMPLATE, COMMAND, WRAPPER].join('|'), 'i')
const REMOTE_FILE = /[=:](?:https?|ftps?):\/\//i

const DOT_FILE = /\/\.(?!well-known\b)[a-z]/i
const LEFT_BEHIND =
  /\.(?:bak|backup|old|orig|save|sav|swp|sql|dump|sqlite3?|mdb|tar|tgz|gz|bz2|rar|7z|zip|pem|key|crt|pfx|p12|env|ini|conf|config|cfg|log|ya?ml|htpasswd|htaccess|git|svn|inc|tmp)\d{0,2}(?:$|\?)/i
const PANEL =
  /\/(?:[a-z]{0,4}my-?admin|admin(?:er|istrator|istration)?|wp-(?:admin|login|config|content|includes|json)|cgi-bin|manager\/html|console|actuator|setup|install(?:er)?|xmlrpc|web-?shell|shell|phpinfo|server-(?:status|info)|vendor|debug|config|backup|database|dbadmin|remote|portal|boaform|hnap1|owa|autodiscover|_ignition|telescope|solr|jmx)(?:[/.?\d]|$)/i
const SCRIPT_FILE = /\.(?:php\d?|phtml|aspx?|ashx|jspx?|cgi|cfm|pl|sh|exe|dll)\d{0,2}(?:[/?]|$)/i
export const staticEndings =
  'css js mjs map png jpg jpeg gif svg ico webp avif woff woff2 ttf eot mp3 mp4 webm pdf txt webmanifest json xml'.split(
    ' ',
  )
const STATIC = new RegExp(`\\.(?:${staticEndings.join('|')})(?:$|\\?)`, 'i')
const SIGN_IN =
  /(?:^|[/_.-])(?:log-?in|log-?on|sign-?in|sign-?on|auth(?:enticate|entication)?|session|sessions|sso|oauth2?\/token|token|authorize|wp-login|account\/login|anmelden|connexion|entrar|xmlrpc)(?:[/_.?-]|$)/i

/** An attack written into the path. A foreign address as parameter is one only where the request found nothing. */
export function hasPayload(path: string, served: boolean): boolean {
  return PAYLOAD.test(path) || (!served && REMOTE_FILE.test(path))
}

/** Only somebody who searches asks for what is not there under such a name. */
export function isSensitive(path: string): boolean {
  return DOT_FILE.test(path) || PANEL.test(path) || LEFT_BEHIND.test(path) || SCRIPT_FILE.test(path)
}

const IN_TEXT = /\/[^\s"'<>(),;]{1,300}/g

/** Of a sentence: some path in it is sensitive. */
export function namesSensitivePath(text: string): boolean {
  return (text.match(IN_TEXT) ?? []).some(isSensitive)
}

export function isSignIn(path: string): boolean {
  return SIGN_IN.test(withoutQuery(path))
}

export function isStatic(path: string): boolean {
  return STATIC.test(withoutQuery(path))
}

export function withoutQuery(path: string): string {
  const query = path.indexOf('?')
  return query === -1 ? path : path.slice(0, query)
}
