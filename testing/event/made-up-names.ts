/** Parts of made-up entries: short and long names, with accents, in several scripts, with punctuation. */

export const firstNames = [
  ...['Ann', 'Wilford', 'Ngozi', 'João', 'Åsa', 'Ty', 'Enrique', 'Marguerite', 'Kenji', 'Siobhán', 'Bo', 'Alexandria'],
  ...['Lars', 'Priya', 'Mateus', 'Zoë', 'Ian', 'Bartholomew', 'Ayşe', 'Jo', 'Olena', 'Percival', 'Mia', 'Constantine'],
  ...['Rashida', 'Ed', 'Wilhelmina', 'Søren', 'Gwendolyn', 'Al', 'Luz Marina', 'Dalibor', 'Xochitl', 'Ray', 'Thaddeus'],
  ...['Fiona', 'Te Ariki', 'Kwame', 'Sue', 'Jedediah', 'Žofie', 'Max', 'Rutherford', 'Indira', 'Lee'],
]

export const lastNames = [
  ...['Ames', 'O’Malley', 'Okonkwo-Bell', 'Lindqvist', 'Li', 'Santibáñez', 'Kjærgaard', 'Yorba, IV', 'Whitlock', 'Ng'],
  ...['Raghunathan', 'McAllister-Finch', 'Duchesne', 'Dvořák', 'Pellow', 'Yıldırım', 'Szczęśniak', 'Conceição', 'Oh'],
  ...['Greenough', 'van ’t Hoff', 'Kahananui', '高橋', 'Crane', 'Quispe', 'Oberhäuser', 'Adébáyò', 'Underwood', 'Cox'],
  ...['Hargreaves', 'Parata', 'Ashcombe', 'Figueiredo', 'Þorvaldsdóttir', 'Achebe-Lowe', 'Vandermeer', 'Farouk-Jones'],
  ...['Tillinghast', 'Ostrander', 'Merriweather', 'Kincaid', 'Navarro Ruiz', 'Wnuk', 'Drummond-Ross', 'Lefèvre', 'Fry'],
  ...[
    'Okafor',
    'Thorsteinson',
    'Brandão',
    'Venkataraman',
    'Zimmerling',
    'Asante-Boateng',
    'Castellanos',
    'Quill',
    'Poe',
  ],
  ...['Bjørkengren', 'Achterberg', 'Kovalenko', 'Hobart', 'Sæther', 'Holloway', 'Zielinski', 'González', 'Amador'],
]

export const cars = [
  ...['1999 Mazda Miata', '2022 Toyota GR86', '2003 Chevrolet Corvette Z06', '2007 Honda S2000', '2019 Lotus Evora GT'],
  ...['2016 Ford Mustang GT350R', '2011 BMW M3', '2015 Subaru WRX STI', '2008 Porsche 911 GT3 RS', '1991 Honda CRX Si'],
  ...[
    '2013 Fiat 500 Abarth',
    '2002 Porsche Boxster S',
    '2018 Volkswagen GTI',
    '1974 Datsun 260Z',
    '2020 Tesla Model 3',
  ],
  ...[
    '1967 Chevrolet Camaro',
    '2005 Lotus Elise',
    '2001 Acura Integra Type R',
    'Shifter kart',
    '2021 Hyundai Veloster N',
  ],
]

/** Forty classes of a national event; eighty with the ladies' classes. */
const baseClasses = [
  ...['SS', 'AS', 'BS', 'CS', 'DS', 'ES', 'FS', 'GS', 'HS', 'SSR', 'XA', 'XB', 'XU', 'STS', 'STX', 'STR', 'STH', 'STU'],
  ...['SM', 'SMF', 'SSM', 'SSP', 'ASP', 'BSP', 'CSP', 'DSP', 'ESP', 'FSP', 'CP', 'DP', 'EP', 'FP', 'XP', 'AM', 'BM'],
  ...['CM', 'DM', 'EM', 'FM', 'KM'],
]

export const classCodes = [...baseClasses, ...baseClasses.map((code) => `${code}L`)]
