export * from './values';
export * from './production/care-table';
export * from './tariffs/tariff-list';
export * from './ceilings/ceiling-entry';
export * from './checks/outcome';
export * from './prognosis/grid';
export * from './prognosis/layout';
