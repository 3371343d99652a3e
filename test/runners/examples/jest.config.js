export default { testMatch: ['**/jest.js'], transform: {} }
