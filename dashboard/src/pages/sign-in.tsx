import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { api, ApiError } from '../api.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LanguageSwitch } from '../parts/header.tsx'
import { Mark } from '../parts/icons.tsx'
import { queryClient } from '../queries.ts'

export function SignIn() {
  const { t } = useLanguage()
  const [key, setKey] = useState('')
  const signIn = useMutation({ mutationFn: api.signIn, onSuccess: () => queryClient.invalidateQueries() })

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    signIn.mutate(key)
  }

  return (
    <main class="grid min-h-dvh place-items-center p-4">
      <form onSubmit={submit} class="panel grid w-full max-w-sm gap-4 p-6">
        <div class="flex items-center gap-3">
          <Mark class="size-9" />
          <h1 class="text-xl font-semibold tracking-tight">ErrorSense</h1>
          <span class="ml-auto">
            <LanguageSwitch />
          </span>
        </div>
        <p class="text-soft">{t.signInLong}</p>
        {/* A name for password managers: they keep nothing without one. */}
        <input type="text" name="username" value="operator" autocomplete="username" readOnly hidden />
        <label class="grid gap-1.5 text-sm font-medium">
          {t.key}
          <input
            type="password"
            name="key"
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
            required
            autocomplete="current-password"
            aria-invalid={signIn.isError}
            aria-describedby="sign-in-failure"
            class="h-11 rounded-lg border border-soft bg-page px-3 text-base"
          />
        </label>
        <p id="sign-in-failure" role="alert" class="text-sm text-critical empty:hidden">
          {signIn.error && failureText(signIn.error, t)}
        </p>
        <button type="submit" disabled={signIn.isPending} class="button button-accent">
          {t.signIn}
        </button>
      </form>
    </main>
  )
}

function failureText(error: Error, t: ReturnType<typeof useLanguage>['t']): string {
  const status = error instanceof ApiError ? error.status : 0
  if (status === 401) return t.wrongKey
  return status === 429 ? t.tooManyTries : t.failed
}
