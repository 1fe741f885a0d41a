/** How grave an incident is: what kind of trouble, how far from usual, how many services. */
import type { Finding } from '../finding.ts'
import { severities, type Severity } from '../wire/incident.ts'

export function severityOf(findings: readonly Finding[], services: number): Severity {
  const worst = Math.max(...findings.map(grade))
  return severities[Math.min(3, worst + (services >= 3 ? 1 : 0))]
}

const LOW = 0
const MEDIUM = 1
const HIGH = 2
const CRITICAL = 3

function grade(finding: Finding): number {
  const ratio = finding.seen / Math.max(1, finding.usual)
  switch (finding.kind) {
    case 'silence':
      return HIGH
    case 'error_spike':
      return ratio > 20 ? CRITICAL : ratio > 5 ? HIGH : MEDIUM
    case 'latency':
      return ratio > 5 ? HIGH : MEDIUM
    case 'brute_force':
    case 'password_spraying':
    case 'user_enumeration':
    case 'suspicious_ip':
      return finding.score >= 0.95 ? CRITICAL : HIGH
    case 'rate_change':
    case 'sequence':
    case 'probe':
    case 'scan':
    case 'abuse':
    case 'rule':
      return MEDIUM
    case 'new_template':
      return finding.unit.startsWith('error') ? MEDIUM : LOW
    case 'rare_template':
    case 'mix_shift':
      return LOW
  }
}
