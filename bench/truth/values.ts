/** Values by kind, as programs print them. */
export interface Random {
  /** A number in [0, n). */
  int(n: number): number
  of(list: readonly string[]): string
}

const digits = (r: Random, n: number): string => Array.from({ length: n }, () => r.int(10)).join('')
const hexes = (r: Random, n: number): string => Array.from({ length: n }, () => '0123456789abcdef'[r.int(16)]).join('')
export const pad = (n: number): string => String(n).padStart(2, '0')
const split = (words: string): readonly string[] => words.split(' ')

const users = split(
  'root alice bob carol dave erin frank grace heidi ivan judy mallory niaj olivia peggy rupert svc-backup www-data deploy',
)
const hosts = split('alpha beacon cobra delta-east ember falcon granite harbor iris jasper')
const domains = split(
  'example.com example.net mail.example.org cdn.example.com updates.example.net api.maps.example.org',
)
const words = split('lamp chair table sofa desk shelf carpet mirror pillow blanket candle vase clock')
const packages = split(
  'org.acme.net.Pool com.example.shop.Cart org.acme.store.BlockWriter io.demo.web.Filter com.example.job.Runner',
)
const classes = split('OrderService PriceCache UserRepository MailSender AuditTrail SearchIndex CartController')

export const values: Readonly<Record<string, (r: Random) => string>> = {
  n: (r) => String(r.int(10 ** (1 + r.int(5)))),
  small: (r) => String(r.int(8)),
  int: (r) => String(r.int(2) === 0 ? r.int(900) : -r.int(50)),
  big: (r) => digits(r, 12).replace(/^0/, '7'),
  float: (r) => `${r.int(400)}.${digits(r, 3)}`,
  percent: (r) => `${r.int(101)}%`,
  ip: (r) => `10.${r.int(256)}.${r.int(256)}.${r.int(256)}`,
  port: (r) => String(1024 + r.int(60_000)),
  address: (r) => `192.168.${r.int(256)}.${r.int(256)}:${1024 + r.int(60_000)}`,
  net: (r) => `10.${r.int(256)}.0.0/${8 + r.int(17)}`,
  user: (r) => r.of(users),
  host: (r) => r.of(hosts),
  domain: (r) => r.of(domains),
  target: (r) => `${r.of(domains)}:${r.of(['80', '443', '8080', '5228'])}`,
  node: (r) => `${r.of(['cn', 'gpu', 'io'])}${pad(r.int(99))}`,
  uuid: (r) => `${hexes(r, 8)}-${hexes(r, 4)}-4${hexes(r, 3)}-9${hexes(r, 3)}-${hexes(r, 12)}`,
  hex: (r) => hexes(r, 8),
  hash: (r) => hexes(r, 40),
  hex0x: (r) => `0x${hexes(r, 8)}`,
  short0x: (r) => `0x${hexes(r, 1 + r.int(4))}`,
  mac: (r) => Array.from({ length: 6 }, () => hexes(r, 2)).join(':'),
  path: (r) =>
    `/${r.of(['var', 'srv', 'home', 'opt'])}/${r.of(words)}/${r.of(words)}${r.int(90)}.${r.of(['dat', 'log', 'tmp'])}`,
  folder: (r) => `/${r.of(['var', 'srv', 'home', 'opt'])}/${r.of(words)}`,
  winpath: (r) => `C:\\ProgramData\\${r.of(classes)}\\${r.of(words)}${r.int(9)}.${r.of(['dll', 'cat', 'xml'])}`,
  url: (r) => `https://${r.of(domains)}/${r.of(words)}/${r.int(999)}?q=${r.of(words)}`,
  email: (r) => `${r.of(users)}@${r.of(domains)}`,
  ms: (r) => `${r.int(900)}ms`,
  seconds: (r) => `${r.int(60)}.${digits(r, 3)}s`,
  duration: (r) =>
    r.of([
      `${r.int(9)}h${r.int(60)}m${r.int(60)}s`,
      `${r.int(60)}m${r.int(60)}s`,
      `${r.int(60)}.${digits(r, 2)}s`,
      `${r.int(999)}µs`,
    ]),
  clock: (r) => `${pad(r.int(24))}:${pad(r.int(60))}:${pad(r.int(60))}`,
  lifetime: (r) =>
    r.of([
      `${pad(r.int(60))}:${pad(r.int(60))}`,
      `${pad(r.int(60))}:${pad(r.int(60))}`,
      `${pad(r.int(24))}:${pad(r.int(60))}:${pad(r.int(60))}`,
    ]),
  date: (r) => `2026-0${1 + r.int(9)}-${pad(1 + r.int(28))} ${pad(r.int(24))}:${pad(r.int(60))}:${pad(r.int(60))}`,
  day: (r) => `2026/0${1 + r.int(9)}/${pad(1 + r.int(28))}`,
  ctime: (r) =>
    `${r.of(['Mon', 'Tue', 'Wed'])} ${r.of(['Jan', 'Mar', 'Oct'])} ${String(1 + r.int(28)).padStart(2)} ${pad(r.int(24))}:${pad(r.int(60))}:${pad(r.int(60))} 2026`,
  epoch: (r) => `17${digits(r, 8)}`,
  size: (r) => `${r.int(900)}.${r.int(10)} ${r.of(['B', 'KB', 'MB', 'GB'])}`,
  glued: (r) => `${r.int(900)}${r.of(['K', 'M', 'G'])}`,
  bool: (r) => r.of(['true', 'false']),
  class: (r) => r.of(packages),
  short: (r) => r.of(classes),
  object: (r) => `${r.of(packages)}@${hexes(r, 8)}`,
  version: (r) => `${r.int(12)}.${r.int(20)}.${r.int(9000)}${r.of(['', '', '-beta', '.1'])}`,
  job: (r) => `job_${digits(r, 10)}_${digits(r, 4)}`,
  task: (r) => `task-${r.of(['map', 'reduce'])}-${digits(r, 5)}`,
  block: (r) => `blk_${r.int(2) === 0 ? '-' : ''}${digits(r, 15)}`,
  thread: (r) => r.of([`worker-${r.int(20)}`, `io-${r.int(9)}-exec-${r.int(30)}`, 'main']),
  guid: (r) => `{${hexes(r, 8)}-${hexes(r, 4)}-${hexes(r, 4)}-${hexes(r, 4)}-${hexes(r, 12)}}`.toUpperCase(),
  word: (r) => r.of(words),
  pair: (r) => `(${r.int(1000)}, ${r.int(1000)})`,
  numbers: (r) => Array.from({ length: 1 + r.int(6) }, () => r.int(99)).join(','),
  dump: (r) => Array.from({ length: 8 }, () => hexes(r, 8)).join(' '),
  device: (r) => `${r.of(['eth', 'sda', 'ttyS', 'gpu', 'mlx'])}${r.int(10)}`,
  location: (r) => `R${pad(r.int(60))}-M${r.int(2)}-N${r.int(16)}-C:J${pad(r.int(18))}-U${pad(r.int(12))}`,
}
