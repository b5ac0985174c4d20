export {
  clientFlowSource,
  countSource,
  openRows,
  type ClientFlow,
  type CountedCommitments,
  type ForecastSource,
} from './sources';
