import { access } from '../shop/services/web-frontend.ts'
import { strangerAddress } from '../shop/world.ts'
import { moments, type Scenario } from './scenario.ts'

const PATHS = [
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/.aws/credentials',
  '/.ssh/id_rsa',
  '/.htpasswd',
  '/.DS_Store',
  '/wp-login.php',
  '/wp-admin/',
  '/xmlrpc.php',
  '/wp-config.php.bak',
  '/phpmyadmin/index.php',
  '/pma/',
  '/adminer.php',
  '/admin/',
  '/administrator/',
  '/manager/html',
  '/console',
  '/actuator/env',
  '/actuator/heapdump',
  '/server-status',
  '/backup.zip',
  '/backup.sql',
  '/db.sql.gz',
  '/dump.tar.gz',
  '/site.tar',
  '/config.yml',
  '/config.json',
  '/.vscode/sftp.json',
  '/cgi-bin/test.cgi',
  '/shell.php',
  '/upload.php',
  '/install.php',
  '/setup.php',
  '/info.php',
  '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
  '/solr/admin/',
  '/jenkins/login',
  '/owa/auth/logon.aspx',
  '/remote/login',
  '/api/v1/pods',
  '/.well-known/../../etc/passwd',
]

/** One address looks for files that were never there. */
export const scan: Scenario = {
  name: 'scan',
  kind: 'scan',
  anomaly: true,
  service: 'web-frontend',
  affected: [],
  durationMs: 90_000,
  act(shop, span) {
    const ip = strangerAddress(shop.dice)
    for (const at of moments(shop.dice, span, 3)) {
      const request = {
        ip,
        agent: 'Mozilla/5.0 (compatible; scanner)',
        trace: shop.dice.hex(8),
        method: 'GET' as const,
        path: shop.dice.pick(PATHS),
      }
      const forbidden = shop.dice.chance(0.1)
      access(shop, at, request, { status: forbidden ? 403 : 404, bytes: forbidden ? 150 : 1240, took: 1 })
    }
    return { ip: [ip] }
  },
}
