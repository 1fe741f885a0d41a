/** What detectors are called; one that is newer than this page goes by its own name. */
import type { Language } from '../format.ts'

const en: Readonly<Record<string, string>> = {
  'error-spike': 'Error spike',
  latency: 'Latency',
  'rate-change': 'Rate change',
  silence: 'Silence of a service',
  'host-silence': 'Silence of a host',
  heartbeat: 'Missing regular line',
  'new-template': 'New kind of line',
  'rare-template': 'Rare line',
  'mix-shift': 'Other proportions',
  metric: 'Quantity in lines',
  'brute-force': 'Brute force',
  'password-spraying': 'Password spraying',
  'user-enumeration': 'User enumeration',
  probe: 'Probe',
  scan: 'Scan',
  abuse: 'Abuse',
  'suspicious-ip': 'Listed address',
  'first-place': 'First-seen place',
  sequence: 'Session sequence',
  rule: 'Rules of yours',
}

const es: Readonly<Record<string, string>> = {
  'error-spike': 'Pico de errores',
  latency: 'Latencia',
  'rate-change': 'Cambio de ritmo',
  silence: 'Silencio de un servicio',
  'host-silence': 'Silencio de un host',
  heartbeat: 'Línea regular que falta',
  'new-template': 'Tipo de línea nuevo',
  'rare-template': 'Línea rara',
  'mix-shift': 'Otras proporciones',
  metric: 'Cantidad en las líneas',
  'brute-force': 'Fuerza bruta',
  'password-spraying': 'Rociado de contraseñas',
  'user-enumeration': 'Enumeración de usuarios',
  probe: 'Sondeo',
  scan: 'Escaneo',
  abuse: 'Abuso',
  'suspicious-ip': 'Dirección de una lista',
  'first-place': 'Lugar nuevo',
  sequence: 'Secuencia de sesiones',
  rule: 'Reglas tuyas',
}

export function detectorName(name: string, language: Language): string {
  const texts = language === 'en' ? en : es
  return Object.hasOwn(texts, name) ? texts[name] : name
}
