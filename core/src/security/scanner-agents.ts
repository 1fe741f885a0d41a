/** Tools that look for weaknesses mostly say so in the field where a browser gives its name. */

/** Behind status, size and referrer of an access log; or under a key of that name. */
const AGENT = /" [1-5]\d\d \S{1,20} "[^"]{0,2048}" "([^"]{0,512})"|agent="?([^"]{0,512})/i

const TOOLS =
  /\b(?:acunetix|arachni|dirb(?:uster)?|feroxbuster|ffuf|fimap|gobuster|havij|hydra|jorgee|masscan|metasploit|morfeus|nessus|netsparker|nikto|nmap|nuclei|openvas|qualys|sqlmap|w3af|wfuzz|whatweb|wpscan|zgrab|zmeu)\b|\b(?:exploit|inject|pentest|vulnerab)|\bscan(?:ner)?\b/i

/** Of a record of a request, which is to be known as one. */
export function isScanner(text: string): boolean {
  const agent = AGENT.exec(text)
  return agent !== null && TOOLS.test(agent[1] ?? agent[2] ?? '')
}
