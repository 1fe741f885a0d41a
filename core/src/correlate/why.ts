/** The sentence a person on call reads: what is seen, what is usual, since when, what changed first. */
import type { Cause, IncidentText } from '../wire/incident.ts'
import { kindOf } from './kinds/index.ts'
import type { Locale, Story } from './kinds/kind.ts'
import { amount, names, serviceOf, unitOf, usualOf } from './kinds/words.ts'

const TEMPLATE_LENGTH = 160

export function tell(story: Story, locale: Locale): IncidentText {
  return { title: kindOf(story.main.kind)[locale].title(story), why: sentence(story, locale) }
}

interface Phrases {
  seen(seen: string, since: string): string
  mostly(template: string): string
  first(cause: Cause): string
  readonly release: string
  others(services: string): string
  accounts(users: string): string
}

const phrases: Record<Locale, Phrases> = {
  en: {
    seen: (seen, since) => `${seen}, since ${since} UTC.`,
    mostly: (template) => `Mostly: “${template}”.`,
    first: ({ template, service, why }) => `What changed first: “${cut(template)}” in ${service} (${why}).`,
    release: 'It was restarted shortly before, so it may be a new release.',
    others: (services) => `Also affected: ${services}.`,
    accounts: (users) => `Accounts: ${users}.`,
  },
  es: {
    seen: (seen, since) => `${seen}, desde las ${since} UTC.`,
    mostly: (template) => `Sobre todo: «${template}».`,
    first: ({ template, service, es }) => `Lo primero que cambió: «${cut(template)}» en ${service} (${es}).`,
    release: 'Se reinició poco antes: puede ser una nueva versión.',
    others: (services) => `También afecta a: ${services}.`,
    accounts: (users) => `Cuentas: ${users}.`,
  },
}

function sentence(story: Story, locale: Locale): string {
  const { main, mainTemplate, services, users } = story
  const { seen = numbers(locale) } = kindOf(main.kind)[locale]
  const say = phrases[locale]
  const parts = [say.seen(seen(story), clock(story.start))]
  if (main.reason) parts.push(stopped(main.reason[locale]))
  if (main.release) parts.push(say.release)
  if (mainTemplate) parts.push(say.mostly(cut(mainTemplate)))
  const first = story.causes[0]
  if (first && first.template !== mainTemplate) parts.push(say.first(first))
  const others = services.filter((service) => service !== main.service)
  if (others.length > 0) parts.push(say.others(names(others, locale)))
  if (users.length > 0) parts.push(say.accounts(names(users, locale)))
  return parts.join(' ')
}

/** What most kinds say: so many where so many are usual. */
function numbers(locale: Locale): (story: Story) => string {
  const where = locale === 'en' ? 'where' : 'cuando'
  return (story) => {
    const seen = `${amount(story.main.seen)} ${unitOf(story.main, locale)}`
    return `${capital(serviceOf(story, locale), story)}: ${seen} ${where} ${usualOf(story.main, locale)}`
  }
}

/** Names of services stay as they are. */
function capital(text: string, { main }: Story): string {
  return main.service ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

function cut(template: string): string {
  return template.slice(0, TEMPLATE_LENGTH)
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 19)
}

function stopped(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
