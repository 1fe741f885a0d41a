import { useErrorBoundary } from 'preact/hooks'
import { Route, Switch } from 'wouter-preact'
import { ApiError } from './api.ts'
import { useLanguage } from './i18n/language.tsx'
import { LiveProvider } from './live-state.tsx'
import { Detection } from './pages/detection.tsx'
import { Home } from './pages/home.tsx'
import { IncidentPage } from './pages/incident.tsx'
import { NotFound } from './pages/not-found.tsx'
import { SignIn } from './pages/sign-in.tsx'
import { Header } from './parts/header.tsx'
import { Failure, Loading } from './parts/waiting.tsx'
import { useSession } from './queries.ts'

export function App() {
  const { t } = useLanguage()
  const session = useSession()
  const [broken] = useErrorBoundary()

  if (broken !== undefined) return <Failure text={t.broken} action={t.reload} onAction={() => location.reload()} />
  if (session.data === undefined) {
    if (session.error === null) return <Loading />
    const text = session.error instanceof ApiError && session.error.status === 0 ? t.lost : t.failed
    return <Failure text={text} action={t.retry} onAction={() => void session.refetch()} />
  }
  if (!session.data.signedIn) return <SignIn />
  return (
    <LiveProvider>
      <Header />
      <main class="mx-auto w-full max-w-6xl px-4 pt-5 pb-16 sm:px-6 lg:pt-8">
        <Switch>
          <Route path="/" component={Home} />
          <Route path="/incidents/:id">{({ id }) => <IncidentPage key={id} id={decodeURIComponent(id)} />}</Route>
          <Route path="/detection" component={Detection} />
          <Route component={NotFound} />
        </Switch>
      </main>
    </LiveProvider>
  )
}
