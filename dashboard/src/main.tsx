import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { App } from './app.tsx'
import { LanguageProvider } from './i18n/language.tsx'
import { queryClient } from './queries.ts'
import './style.css'

const root = document.getElementById('app')
if (root === null) throw new Error('the page has no #app')

render(
  <LanguageProvider>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </LanguageProvider>,
  root,
)
