/**
 * The usual measures of template mining, on lines labelled with their true template:
 * GA  share of lines whose found group holds exactly the lines of one true group
 * FGA F1 over groups: a found group counts when it equals a true one
 * PA  share of lines whose found text is the true one
 * FTA F1 over texts: a found text counts when it is the true one of all lines that carry it
 */
export interface TemplateScore {
  readonly GA: number
  readonly FGA: number
  readonly PA: number
  readonly FTA: number
}

export const measures = ['GA', 'FGA', 'PA', 'FTA'] as const

export interface Found {
  /** What groups lines: an id or a text. */
  readonly group: string
  readonly text: string
}

export function scoreTemplates(truth: readonly string[], found: readonly Found[]): TemplateScore {
  const wanted = truth.map(normal)
  const texts = found.map(({ text }) => normal(text))
  const trueGroups = groups(wanted)
  const trueSets = new Set([...trueGroups.values()].map(String))
  const foundGroups = groups(found.map(({ group }) => group))
  const right = [...foundGroups.values()].filter((lines) => trueSets.has(String(lines)))
  const foundTexts = groups(texts)
  const rightTexts = [...foundTexts].filter(([text, lines]) => lines.every((line) => wanted[line] === text))
  return {
    GA: right.reduce((sum, lines) => sum + lines.length, 0) / truth.length,
    FGA: (2 * right.length) / (foundGroups.size + trueGroups.size),
    PA: wanted.filter((text, i) => text === texts[i]).length / truth.length,
    FTA: (2 * rightTexts.length) / (foundTexts.size + trueGroups.size),
  }
}

/** One spelling for masks and blanks; masks that touch count as one. */
function normal(text: string): string {
  return text
    .replace(/<[:*A-Za-z_][\w:*-]*>/g, '<*>')
    .replace(/(?:<\*>)+/g, '<*>')
    .trim()
    .replace(/\s+/g, ' ')
}

function groups(labels: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [line, label] of labels.entries()) {
    const lines = found.get(label)
    if (lines) lines.push(line)
    else found.set(label, [line])
  }
  return found
}

export function meanScore(scores: readonly TemplateScore[]): TemplateScore {
  const mean = (measure: keyof TemplateScore): number =>
    scores.reduce((sum, score) => sum + score[measure], 0) / scores.length
  return { GA: mean('GA'), FGA: mean('FGA'), PA: mean('PA'), FTA: mean('FTA') }
}
