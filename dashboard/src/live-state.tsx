import { createContext, type ComponentChildren } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { ServiceSummary } from '@errorsense/core/wire/api.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { LiveEvent, ServiceRate } from '@errorsense/core/wire/live.ts'
import { harmlessText } from './harmless.ts'
import { useLanguage, wordsOf } from './i18n/language.tsx'
import { connectLive, type LiveStatus } from './live.ts'
import { DAY_MINUTES, keepIncident, queryClient } from './queries.ts'

interface Live {
  readonly status: LiveStatus
  /** Lines and errors per second, by service; undefined until the server has spoken. */
  readonly rates: ReadonlyMap<string, ServiceRate> | undefined
}

const Context = createContext<Live>({ status: 'connecting', rates: undefined })

export const useLive = () => useContext(Context)

/** Keeps the connection while the page is open, and reads new incidents out to those who can not see them appear. */
export function LiveProvider({ children }: { children: ComponentChildren }) {
  const { t, language } = useLanguage()
  const [live, setLive] = useState<Live>({ status: 'connecting', rates: undefined })
  const [news, setNews] = useState<Incident>()

  useEffect(() => {
    const connection = connectLive({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`,
      onStatus: (status) => setLive((live) => ({ ...live, status })),
      onEvent: hear,
    })
    function hear(event: LiveEvent): void {
      if (event.type === 'rates') setLive((live) => ({ ...live, rates: takeRates(event.services) }))
      if (event.type === 'incident' && keepIncident(event.incident) && event.incident.state === 'open') {
        setNews(event.incident)
      }
      // What was missed while the connection was away is asked for again.
      if (event.type === 'hello') void queryClient.invalidateQueries()
      if (event.type === 'journal') void queryClient.invalidateQueries({ queryKey: ['incident', event.entry.incident] })
    }
    const retry = () => document.visibilityState === 'visible' && connection.retryNow()
    addEventListener('online', retry)
    document.addEventListener('visibilitychange', retry)
    return () => {
      removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', retry)
      connection.close()
    }
  }, [])

  return (
    <Context.Provider value={live}>
      {children}
      <p class="sr-only" aria-live="polite">
        {news && t.newIncident(harmlessText(wordsOf(news, language).title))}
      </p>
    </Context.Provider>
  )
}

/** A service never seen before shows up at once, not with the next refresh of the list. */
function takeRates(services: readonly ServiceRate[]): ReadonlyMap<string, ServiceRate> {
  const known = queryClient.getQueryData<readonly ServiceSummary[]>(['services', DAY_MINUTES])
  const names = new Set(known?.map(({ service }) => service))
  if (known !== undefined && services.some(({ service }) => !names.has(service))) {
    void queryClient.invalidateQueries({ queryKey: ['services'] }, { cancelRefetch: false })
  }
  return new Map(services.map((rate) => [rate.service, rate]))
}
