/** What the page knows, asked once and kept: by question, refreshed by time and by the live feed. */
import { QueryClient, useMutation, useQuery } from '@tanstack/preact-query'
import type { IncidentDetail } from '@errorsense/core/wire/api.ts'
import type { Preview } from '@errorsense/core/wire/detectors.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { NormalScope } from '@errorsense/core/wire/normal.ts'
import { api, ApiError, type SeriesQuestion } from './api.ts'

const MINUTE = 60_000
export const DAY_MINUTES = 24 * 60

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
})

// A session that ran out shows as 401 anywhere: ask again who we are, and the page becomes the sign-in form.
queryClient.getQueryCache().subscribe(({ type, query }) => {
  const error = type === 'updated' ? (query.state.error as unknown) : null
  if (error instanceof ApiError && error.status === 401) void queryClient.invalidateQueries({ queryKey: ['session'] })
})

export const useSession = () => useQuery({ queryKey: ['session'], queryFn: api.session, staleTime: Infinity })

export const useIncidents = () => useQuery({ queryKey: ['incidents'], queryFn: api.incidents, refetchInterval: MINUTE })

export const useIncident = (id: string) =>
  useQuery({ queryKey: ['incident', id], queryFn: () => api.incident(id), refetchInterval: MINUTE })

export const useServices = (minutes: number) =>
  useQuery({
    queryKey: ['services', minutes],
    queryFn: () => api.services(minutes),
    refetchInterval: minutes > 60 ? MINUTE : 15_000,
  })

export const useSeries = (question: SeriesQuestion) =>
  useQuery({ queryKey: ['series', question], queryFn: () => api.series(question), refetchInterval: MINUTE })

export const useDetectors = () => useQuery({ queryKey: ['detectors'], queryFn: api.detectors })

/** Asked again and again while it is being counted. */
export const usePreview = () =>
  useQuery({
    queryKey: ['preview'],
    queryFn: api.preview,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1000 : false),
  })

export const useStartPreview = () =>
  useMutation({
    mutationFn: api.startPreview,
    onSuccess: (preview) => queryClient.setQueryData<Preview>(['preview'], preview),
  })

export const useFeedback = () => useQuery({ queryKey: ['feedback'], queryFn: api.feedback, refetchInterval: MINUTE })

export function useDecision(id: string) {
  return useMutation({
    mutationFn: ({ verb, note }: { verb: 'acknowledge' | 'resolve'; note: string }) => api.decide(id, verb, note),
    onSuccess: keepDetail,
  })
}

export function useSayNormal(id: string) {
  return useMutation({
    mutationFn: ({ scope, note }: { scope: NormalScope; note: string }) => api.sayNormal(id, scope, note),
    onSuccess: keepDetail,
  })
}

export const useUndo = () => useMutation({ mutationFn: api.undo, onSuccess: keepDetail })

function keepDetail(detail: IncidentDetail): void {
  queryClient.setQueryData(['incident', detail.incident.id], detail)
  keepIncident(detail.incident)
  void queryClient.invalidateQueries({ queryKey: ['feedback'] })
}

/** Takes the news into what is known; tells whether the incident is one that was not there before. */
export function keepIncident(incident: Incident): boolean {
  const known = queryClient.getQueryData<Incident[]>(['incidents'])
  const isNew = known !== undefined && known.every(({ id }) => id !== incident.id)
  const others = known?.filter(({ id }) => id !== incident.id) ?? []
  if (known !== undefined) {
    const all = [incident, ...others].sort((a, b) => b.start.localeCompare(a.start))
    queryClient.setQueryData<Incident[]>(['incidents'], all)
  }
  queryClient.setQueryData<IncidentDetail>(['incident', incident.id], (detail) => detail && { ...detail, incident })
  return isNew
}
