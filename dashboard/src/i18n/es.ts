import { kindName } from '@errorsense/core/wire/incident.ts'
import { dayTime, someOf } from '../format.ts'
import { detectorName } from './detectors.ts'
import type { Texts } from './en.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Units come from the detectors in English; longer words first. */
const units: readonly (readonly [RegExp, string])[] = [
  [/error lines/, 'líneas de error'],
  [/errors/, 'errores'],
  [/lines/, 'líneas'],
  [/median/, 'de mediana'],
  [/failures/, 'fallos'],
  [/sign-ins/, 'entradas'],
  [/attempts/, 'intentos'],
  [/accounts/, 'cuentas'],
  [/addresses/, 'direcciones'],
  [/requests/, 'peticiones'],
  [/sessions/, 'sesiones'],
  [/paths/, 'rutas'],
  [/ports/, 'puertos'],
  [/ in (\d+) s/, ' en $1 s'],
]

export const es: Texts = {
  switchTo: 'English',
  home: 'Resumen',
  live: 'En vivo',
  connecting: 'Conectando',
  lost: 'Sin conexión',
  lostLong: 'Conexión perdida. Lo que ves puede ser antiguo; reintentando …',
  loading: 'Cargando',
  failed: 'No se ha podido cargar.',
  retry: 'Reintentar',
  broken: 'Algo ha fallado en esta página.',
  reload: 'Volver a cargar',
  notFound: 'Aquí no hay nada.',
  gone: 'Este incidente no existe (o ya no).',
  back: 'Todos los incidentes',

  quiet: 'Todo tranquilo',
  quietLong: (services) =>
    `Nada fuera de lo normal en ${services} ${plural(services, 'servicio', 'servicios')}. ErrorSense sigue aprendiendo qué es normal y avisa cuando algo no lo es.`,
  attention: (count) => `${count} ${plural(count, 'incidente requiere', 'incidentes requieren')} atención`,
  handled: (count) => `${count} ${plural(count, 'incidente reconocido', 'incidentes reconocidos')}, nada nuevo`,
  linesPerSecond: 'líneas/s',
  errorShare: 'errores',
  serviceCount: (count) => plural(count, 'servicio', 'servicios'),

  waiting: 'Esperando la primera línea',
  waitingLong: 'Aún no ha llegado nada. Envía algunas líneas; los servicios aparecen aquí en segundos.',
  howDemo: 'Pruébalo con una tienda creíble',
  howDemoHint: 'Arranca todo con tráfico de demostración, anomalías incluidas.',
  howFile: 'Pregunta a un fichero qué habría alertado',
  howFileHint: 'Los mismos detectores, sin servidor.',
  howSend: 'Envía tus propias líneas',
  howSendHint: 'Texto, JSON o logfmt; la cabecera se entiende sola.',

  openIncidents: 'Requieren atención',
  recent: 'Resueltos hace poco',
  services: 'Servicios',
  showAll: (count) => `Mostrar los ${count}`,
  since: (time) => `desde hace ${time}`,
  lasted: (time) => `duró ${time}`,
  newIncident: (title) => `Nuevo incidente: ${title}`,

  lastHour: 'Última hora',
  median: 'mediana',
  p99: 'p99',
  lastLine: (time) => `última línea ${time}`,
  sparkline: (service, from, to) => `Líneas por minuto de ${service} en la última hora, entre ${from} y ${to}`,
  perSecond: '/s',
  perMinute: '/min',

  started: 'Inicio',
  noticed: 'Notado',
  after: (time) => `tras ${time}`,
  lastSeen: 'Última vez',
  length: 'Duración',
  lines: 'Líneas',
  certainty: 'Certeza',
  seen: 'visto',
  usual: 'usual',
  normalBand: 'rango normal',
  seenVsUsual: 'Lo visto frente a lo usual',
  chart: (unit, service) => `${unit} de ${service}`,
  noSeries: 'No se guarda ninguna serie de ese momento.',
  firstCauses: 'Lo primero que cambió',
  whoDidIt: 'Quién ha sido',
  whoWasHit: 'Contra quién',
  ip: 'Direcciones',
  user: 'Cuentas',
  session: 'Sesiones',
  target: 'Objetivos',
  more: (count) => `${count} más`,
  templates: 'Tipos de línea',
  samples: 'Líneas de muestra',
  journal: 'Diario',
  noJournal: 'Todavía no hay nada anotado.',
  note: 'Nota (opcional)',
  notePlaceholder: '¿Qué has encontrado?',
  acknowledge: 'Reconocer',
  resolve: 'Resolver',
  decideFailed: 'No se ha podido guardar. Inténtalo otra vez.',
  isNormal: 'Esto es normal …',
  normalFor: 'No avisar desde ahora de:',
  normalRoom: 'De mucho más de lo visto aquí se avisará igualmente. Se puede deshacer.',
  why: 'Por qué (opcional)',
  sayNormal: 'Es normal',
  undo: 'Deshacer',
  detection: 'Detección',
  calledNormal: 'Dado por normal',
  nothingNormal:
    'Nada todavía. Un incidente que no lo es puede darse por normal en su página: de lo que se le parezca ya no se avisa, se cuenta aquí, y se vuelve a avisar si lo deshaces.',
  undoneCount: (count) => `${count} ${plural(count, 'deshecho', 'deshechos')}`,
  scope: {
    template: 'Estos tipos de línea',
    service: 'El servicio entero',
    entity: 'De quién viene',
    rhythm: 'Esta hora del día',
  },
  describe: (normal) => {
    const what = someOf(normal.kinds.map((kind) => kindName(kind, 'es').toLowerCase()))
    const where = someOf(normal.services)
    switch (normal.scope) {
      case 'template':
        return `${what} en ${where}, de ${normal.templates.length} ${plural(normal.templates.length, 'tipo de línea', 'tipos de línea')}`
      case 'service':
        return `${what} en ${where}, sean cuales sean las líneas`
      case 'entity':
        return `${what} de ${someOf(normal.names)}, en cualquier servicio`
      case 'rhythm':
        return `${what} en ${where}, cada día de ${dayTime(normal.from)} a ${dayTime(normal.to)} UTC`
    }
  },
  detectors: 'Detectores',
  detector: (name) => detectorName(name, 'es'),
  detectorOn: 'activo',
  detectorOff: 'apagado',
  detectorSimulates: 'simulación: encuentra, no avisa a nadie',
  sensitivityIs: (step) => `sensibilidad ${step}`,
  sensitivity: { low: 'baja', normal: 'normal', high: 'alta' },
  sensitivityTitle: 'Sensibilidad',
  sensitivityLong:
    'Lo pronto que habla un detector: baja espera a lo que está fuera de duda, alta avisa de más. Lo que cada paso habría avisado de tus propias líneas se puede contar antes de cambiarlo.',
  countDays: (days) => `Contar los últimos ${days} días`,
  counting: (share) => `Contando … ${share}`,
  wouldHaveTold: (from, to) => `Incidentes de los que se habría avisado, del ${from} al ${to}`,
  setNow: 'elegida ahora',
  howToSet: 'Se ajustan en el archivo que nombra CONFIG_FILE, y valen desde el siguiente arranque:',
  learning: 'aprendiendo',
  itsRates: 'su ritmo',
  itsLines: 'sus líneas',
  youngServices: (count) =>
    `${count} ${plural(count, 'servicio nuevo se está', 'servicios nuevos se están')} aprendiendo aún; de lo que no se conoce todavía no se avisa.`,
  saidBy: (who, when) => `dicho por ${who}, ${when}`,
  undoneBy: (who, when) => `deshecho por ${who}, ${when}`,
  heldNever: 'Aún no ha callado nada.',
  heldTimes: (times, last) => `Ha callado ${times} ${plural(times, 'vez', 'veces')}${last && `, la última ${last}`}.`,
  hiddenCharacter: (name) => `carácter oculto ${name}`,

  signIn: 'Entrar',
  signInLong: 'Este servidor pide su clave de API (API_SECRET_KEY).',
  key: 'Clave de API',
  wrongKey: 'Esta clave no es la correcta.',
  tooManyTries: 'Demasiados intentos. Espera un minuto.',

  severity: { low: 'Baja', medium: 'Media', high: 'Alta', critical: 'Crítica' },
  state: { open: 'Abierto', acknowledged: 'Reconocido', resolved: 'Resuelto', normal: 'Normal' },
  kind: (kind) => kindName(kind, 'es'),
  action: {
    opened: 'Abierto',
    updated: 'Actualizado',
    acknowledged: 'Reconocido',
    resolved: 'Resuelto',
    reopened: 'Abierto otra vez',
    normal: 'Dado por normal',
    undone: 'Ya no se da por normal',
    held: 'Callado por ser normal',
    delivered: 'Entregado',
    undeliverable: 'No se pudo entregar',
  },
  by: (who) => `por ${who}`,
  who: { operator: 'operador' },
  unit: (unit) => units.reduce((text, [english, spanish]) => text.replace(english, spanish), unit),
}
