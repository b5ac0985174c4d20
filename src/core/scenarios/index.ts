export { applyScenario, type ScenarioBudget, type ScenarioOutcomeCell, type ScenarioResult } from './apply';
export {
  compareScenarios,
  positionOf,
  sensitivity,
  type ScenarioComparison,
  type ScenarioFigure,
  type SensitivityRow,
} from './compare';
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
