export { domainName, domainOfProduct } from '../core';
