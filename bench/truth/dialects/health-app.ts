import type { Dialect } from '../dialect.ts'
import { clock, day, millis } from '../headers.ts'

/** A phone app: camel-case names glued to values, `=`, `:` and nothing, constant logs of state. */
export const healthApp: Dialect = {
  name: 'health app',
  header: ({ at, component }) =>
    `${day(at).replaceAll('-', '')}-${clock(at)}:${Number(millis(at))}|${component}|30002312|`,
  lists: {
    action: 'app.intent.SCREEN~ON app.intent.SCREEN~OFF app.intent.TIME~TICK com.demo.STEP~SYNC',
    sport: 'walk run bike swim climb',
  },
  statements: `
Walk_Core :: onPaceChanged {n}
Walk_Core :: onMeasure:{big}
Walk_Core :: onMore:{epoch} {small} {n} {small}
Walk_Core :: keepDay={epoch}##{n}##{n}##{n}##{n}##{n}
Walk_Core :: readDay = {epoch}##{n}##{n}##{n}##{n}##{n}
Walk_Core :: sumEnergy allEnergy={n}
Walk_Core :: sumHeight allHeight={n}
Walk_Core :: write sensor buffer
Walk_Core :: handleIntent action:{action}
Walk_Core :: SUMMARY : {n} {n} {n} {n}
Walk_Sync :: onIntent action: {action}
Walk_Sync :: send data kind {small} count {n} done
Walk_Sync :: send data kind {small} failed, code = {int}
Walk_Sync :: display state not known, think it is on
Walk_Sync :: startSync begin, isByHand={bool}
Walk_Sync :: startSync done
Walk_Sync :: mayAutoSync switch is on,return {bool}
Walk_Sync :: mustWait yes! as {epoch}+{n} is after {epoch}
Walk_Sync :: saveSamples() bulkSave fail code = {small},message = ERR_NO_SPACE
Walk_Sync :: saveSamples() bulkSave success count={n}
Walk_Util :: isDisplayOn {bool}
Walk_Util :: readCounter() kind = {sport}
Walk_Util :: checkSave steps or energy are too few
Walk_Util :: checkDay a day begins , forget stand time
Walk_Util :: this day ={day} before ={day}
Walk_Util :: loadDayAgain
Walk_Util :: setPrivacy the privacy is {bool}
Walk_Util :: mergeSamples: took time: {n}
Walk_Util :: tellSteps {n},{n},{n}
Walk_Util :: setWatch state:{small} kind : {small} name:{word}
Walk_Util :: bound to service : {bool}`,
}
