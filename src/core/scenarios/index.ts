export { applyScenario, type ScenarioBudget, type ScenarioOutcomeCell, type ScenarioResult } from './apply';
export {
  compareScenarios,
  positionOf,
  sensitivity,
  type ScenarioComparison,
  type ScenarioFigure,
  type SensitivityRow,
} from './compare';
export { scenarioBaseOf, scenarioChances, type ScenarioChance } from './from-forecast';
export { parseScenarios, type ScenarioFile } from './scenario-file';
export type {
  Assumption,
  Knob,
  Scenario,
  ScenarioBase,
  ScenarioCeiling,
  ScenarioCell,
  ScenarioScope,
} from './scenario';
