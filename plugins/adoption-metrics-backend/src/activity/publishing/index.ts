export * from './chooseGroups';
export * from './FrozenPeriodStore';
export * from './describeGroups';
export { MembershipReader } from './MembershipReader';
export * from './PeriodFreezer';
export { raiseAll } from './raiseMinimum';
export type { AttributeGroup, ChosenAttribute } from './chooseValues';
