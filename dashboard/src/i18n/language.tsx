import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import type { Incident, IncidentText } from '@errorsense/core/wire/incident.ts'
import type { Language } from '../format.ts'
import { en, type Texts } from './en.ts'
import { es } from './es.ts'

const KEPT_AS = 'errorsense.language'
const texts: Readonly<Record<Language, Texts>> = { en, es }

interface Speech {
  readonly language: Language
  readonly t: Texts
  readonly toggle: () => void
}

const Context = createContext<Speech>({ language: 'en', t: en, toggle: () => {} })

export const useLanguage = () => useContext(Context)

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const speech = useMemo<Speech>(() => {
    const other = language === 'en' ? 'es' : 'en'
    const toggle = () => {
      localStorage.setItem(KEPT_AS, other)
      setLanguage(other)
    }
    return { language, t: texts[language], toggle }
  }, [language])
  return <Context.Provider value={speech}>{children}</Context.Provider>
}

/** Incidents bring their words in both languages. */
export function wordsOf(incident: Incident, language: Language): IncidentText {
  return language === 'es' ? incident.es : incident
}

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS)
  if (kept === 'en' || kept === 'es') return kept
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en'
}
