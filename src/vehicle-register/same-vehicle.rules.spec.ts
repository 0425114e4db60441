import { isSameColour, isSameMake } from './same-vehicle.rules.js';

describe('isSameMake', () => {
  it.each([
    ['Ford', 'FORD'],
    ['ford focus', 'FORD'],
    ['VW', 'VOLKSWAGEN'],
    ['VW Golf', 'VOLKSWAGEN'],
    ['Mercedes', 'MERCEDES-BENZ'],
    ['Merc', 'MERCEDES-BENZ'],
    ['Mercedes Benz', 'MERCEDES-BENZ'],
    ['Citroën', 'CITROEN'],
    ['Škoda', 'SKODA'],
    ['Landrover', 'LAND ROVER'],
    ['Range Rover', 'LAND ROVER'],
    ['Alfa', 'ALFA ROMEO'],
    ['Rolls-Royce', 'ROLLS ROYCE'],
    [' BMW ', 'BMW'],
  ])('%s may be %s', (declared, registered) => {
    expect(isSameMake(declared, registered)).toBe(true);
  });

  it.each([
    ['Ford', 'FIAT'],
    ['Rover', 'LAND ROVER'],
    ['Land Rover', 'ROVER'],
    ['Focus', 'FORD'],
    ['MG', 'MGX'],
    ['Opel', 'VAUXHALL'],
    ['VWX', 'VOLKSWAGEN'],
  ])('%s is not %s', (declared, registered) => {
    expect(isSameMake(declared, registered)).toBe(false);
  });
});

describe('isSameColour', () => {
  it.each([
    ['blue', 'BLUE'],
    ['Dark blue', 'BLUE'],
    ['blue/white', 'BLUE'],
    ['white and blue', 'BLUE'],
    ['Gray', 'GREY'],
    ['navy', 'BLUE'],
    ['Burgundy', 'MAROON'],
    ['multicoloured', 'MULTI-COLOUR'],
    ['Metallic silver', 'SILVER'],
  ])('%s may be %s', (declared, registered) => {
    expect(isSameColour(declared, registered)).toBe(true);
  });

  it.each([
    ['blue', 'RED'],
    ['silver', 'GREY'],
    ['Bluebell', 'BLUE'],
    ['red', 'MAROON'],
  ])('%s is not %s', (declared, registered) => {
    expect(isSameColour(declared, registered)).toBe(false);
  });
});
