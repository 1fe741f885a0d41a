import type { Dialect } from '../dialect.ts'
import { stamp } from '../headers.ts'

/** Machines of a plant: registers, topics, quantities of places, alarms. */
export const deviceGateway: Dialect = {
  name: 'device gateway',
  header: ({ at, component, random }) => `${stamp(at)} gw7 ${component}[${200 + random.int(9)}]: `,
  lists: {
    dev: 'boiler-1 pump-2 valve_north meter-07 hvac~roof door-main',
    prop: 'temperature humidity pressure flow voltage setpoint',
    unit: 'C bar V percent',
    topic: 'plant/hall1/temp plant/hall2/flow alerts/doors status',
    q: 'good bad uncertain stale',
    room: 'Hall_1 Boiler_Room Server_Room Office Loading_Dock',
    mode: 'auto manual eco off',
    err: 'Illegal_data_address Slave_device_busy Gateway_target_failed_to_respond Timeout',
    act: 'open close reset',
  },
  statements: `
modbus :: Read {n} registers from {dev} at {short0x}
modbus :: Device {dev} answered exception {small}: {err}
modbus :: Device {dev} is offline
modbus :: Device {dev} is back after {n} s
modbus :: Poll of {dev} took {ms}
mqtt :: Connected to broker {target} as {dev}
mqtt :: Publish to {topic} failed, rc={small}
mqtt :: Subscribed to {topic} with qos {small}
mqtt :: Received {n} bytes on {topic}
mqtt :: Broker closed connection, reason={err}
rules :: Rule {n} fired: {prop} of {dev} above {float}
rules :: Rule {n} cleared after {duration}
rules :: Command {act} sent to {dev} by {user}
rules :: Mode of {room} changed from {mode} to {mode}
rules :: {room} {prop} {float} {unit}
store :: Quality of {dev}.{prop} is {q}
store :: Wrote {n} points in {ms}
store :: Disk {percent} full, dropping oldest {n} points
alarm :: Alarm raised in {room}: {prop} {float} out of range
alarm :: Alarm in {room} acknowledged by {user}
alarm :: Door {dev} left open for {n} s
net :: Uplink {word} up, signal {int} dBm
net :: Uplink {word} down
net :: Failover from {word} to {word}
time :: Clock stepped by {float} s
time :: No reply from {ip}`,
}
