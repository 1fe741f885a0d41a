/** Java service with logback; stack traces follow the line they belong to. */
import { commaTime } from '../../timestamps.ts'
import type { Shop } from '../shop.ts'

export function inventory(
  shop: Shop,
  time: number,
  level: 'INFO ' | 'WARN ' | 'ERROR',
  logger: string,
  trace: string,
  message: string,
): void {
  const thread = trace === '' ? 'main' : `http-nio-8080-exec-${shop.dice.between(1, 24)}`
  shop.write(
    time,
    'inventory',
    `${commaTime(Math.floor(time))} ${level} [inventory,${trace}] [${thread}] com.example.shop.inventory.${logger} - ${message}`,
  )
}

/** Innermost frames vary with the fault, the way through the framework is always the same. */
export function stackTrace(exception: string, frames: readonly string[]): string {
  const own = frames.map((frame) => `\n\tat com.example.shop.inventory.${frame}`).join('')
  return `\n${exception}${own}
	at org.springframework.aop.support.AopUtils.invokeJoinpointUsingReflection(AopUtils.java:359)
	at org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1089)
	at org.apache.catalina.core.StandardWrapperValve.invoke(StandardWrapperValve.java:167)
	at java.base/java.lang.Thread.run(Thread.java:1583)`
}
