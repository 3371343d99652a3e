/**
 * What probes send, in short: whole lists of examples, and of long ones the part that no other table shows.
 */
import { expect, it } from 'vitest'
import { probes } from '../../src/generators/probes/index.js'
import type { Scene } from '../../src/generators/probes/Probe.js'
import { inShort } from './inShort.js'

const TABLE: ReadonlyArray<readonly [name: string, scene: Scene, examples: ReadonlyArray<string>]> = [
  [
    'lives of clients',
    'provisioned',
    [
      'client a, list a, list a',
      'client a without secret, list a, list a',
      'client a, list a, new a, list a, list a, own a, list a',
      'client a, list a, own a, list a, new a, list a',
      'client a, list a, new a, list a, remove a0, list a, new a, list a',
      'client a, list a, own a, list a, remove a1, list a, own a, list a',
      'client a, list a, remove a0, list a',
      'client a, list a {"headers":{...,"amz-sdk-invocation-id":"b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11"}}, own a, list a {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets","amz-sdk-invocation-id":"b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11"}}, remove a0, list a {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets","amz-sdk-invocation-id":"b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11"}}',
      'client a, list a, own a, remove a0, new a, remove a0, own a, list a',
      'client a, client b, list a, list b, own a, list b, own b, list a, list b',
      'client a, list a, own a, new a, list a, own a, new a, list a',
      'client a, client b, list a, list b, own a, own b, (list a | list b | list two | list none | list a | list b)',
      'client a, list a, no client a, list a',
      'client a, no client a, list a, client b, list b, list a',
      'client a, list a, own a, list a, no client a, list a',
      'client a without secret, list a, no client a, list a',
      'client a, list a, 6 times (own a, list a, remove a0, new a, list a, remove a0), list a',
      'client a, list a, 51 times (own a, remove a0, new a, remove a0), list a, new a, list a',
      'client a without secret, own a, list a, own a, list a, own a, list a, remove a0, list a',
      'client a without secret, new a, list a, new a, list a, list a',
      'client a, list a, own a, remove a0, list a, own a, list a, remove a0, own a, list a',
      'client a, list a, own a=v, list a, remove a1, list a, own a=v, list a, list a',
      'client a, client b, list a, list b, own a=v, own b=v, list a, list b, remove a1, list b, list a',
      'client a, list a, own a=v, own a=v, list a, remove a0, list a, own a=v, list a'
    ]
  ],
  [
    'changes at the same time',
    'provisioned',
    [
      'client a, list a, own a, own a, list a, remove a0, list a, (new a | own a), list a, list a',
      'client a, list a, own a, own a, list a, remove a0, list a, (own a | own a | own a | list a | list a), list a, list a',
      'client a without secret, (own a | new a | own a | list a), list a, list a',
      'client a, list a, own a, list a, (remove a0 | list a | list a | list a), list a, list a',
      'client a, list a, list a, (own a | list a | list a | list a), list a, list a',
      'client a, list a, own a, list a, (remove a0 | new a | list a | list a), list a',
      'client a, list a, own a, list a, (own a | remove a1 | own a | list a | list a), list a',
      'client a, list a, own a, list a, (remove a0 | remove a1 | list a), list a',
      'client a, client b, list a, list b, (own a | own b | list a | list b), list a, list b',
      'client a, client b, list a, list b, own a, list a, (remove a0 | own b | new a | list two | list b | list a), list a, list b'
    ]
  ],
  [
    'lives of pools',
    'provisioned',
    [
      'pool p, list one@p, list {"ClientId":"nobody","UserPoolId":"{{pool:p}}"}, client a@p without secret, list a@p, no pool p, list a@p, list one@p, list {"ClientId":"nobody","UserPoolId":"{{pool:p}}"}',
      'list {"ClientId":"nobody","UserPoolId":"us-east-1_nobody"}',
      'client a, no client a, list a@other',
      'pool p, client a@p, no pool p, list a, list a@other',
      'pool p, client a@p, 9 times (pool crowd), pool q, client b@q, list a@p, list b@q',
      'pool p, 30 times (client crowd@p without secret, client crowd@p), client a@p, list a@p, list crowd@p, list two',
      'pool p, client a@p, list a@p, no pool p, list a@p',
      'pool p, client a@p, no client a, no pool p, list a@p'
    ]
  ],
  [
    'clients that exist',
    'provisioned',
    [
      'list one, list one',
      'list two, list two',
      'list none, list none',
      'list  \n{"ClientId":"{{client:two}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{client:two}}","UserPoolId":"{{pool:main}}"}\n',
      'list {\n\t"ClientId": "{{client:two}}",\n\t"UserPoolId": "{{pool:main}}"\n}',
      'list {\r\n  "ClientId": "{{client:two}}",\r\n  "UserPoolId": "{{pool:main}}"\r\n}',
      'list {"UserPoolId":"{{pool:main}}","ClientId":"{{client:two}}"}',
      'list {"Client\\u0049d":"{{client:two}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{client:two}}","\\u0055\\u0073\\u0065\\u0072\\u0050\\u006f\\u006f\\u006c\\u0049\\u0064":"{{pool:main}}"}',
      'list {"ClientId":"{{escaped:client:two}}","UserPoolId":"{{escaped:pool:main}}"}'
    ]
  ],
  ['through another pool', 'provisioned', ['list one@other', 'list elsewhere', 'list none@other']],
  [
    'clients that exist',
    'given',
    ['list one, list one', 'list  \n{"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}"}']
  ],
  [
    'ClientId missing or of another type',
    'nothing',
    [
      'list {"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":null,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":0,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":-1,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":1.5,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":1e+21,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":true,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":false,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":[],"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":{},"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":["1h57kf5cpq17m0eml12example"],"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":[["1h57kf5cpq17m0eml12example"]],"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":["1h57kf5cpq17m0eml12example","1h57kf5cpq17m0eml12example"],"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":{"value":"1h57kf5cpq17m0eml12example"},"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":{"S":"1h57kf5cpq17m0eml12example"},"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":{"toString":"1h57kf5cpq17m0eml12example"},"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":{"0":"1h57kf5cpq17m0eml12example"},"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":9007199254740993,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":-123456789012345678901234567890,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":1e400,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":-1E+400,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":1e-400,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":-0,"UserPoolId":"us-east-1_Nobody123"}',
      'list {"ClientId":1.0,"UserPoolId":"us-east-1_Nobody123"}'
    ]
  ],
  [
    'UserPoolId missing or of another type',
    'given',
    [
      'list {"ClientId":"{{client:one}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":null}',
      'list {"ClientId":"{{client:one}}","UserPoolId":0}'
    ]
  ],
  [
    'no members at all',
    'nothing',
    [
      'list ',
      'list {}',
      'list {"ClientId":null,"UserPoolId":null}',
      'list {"clientId":"1h57kf5cpq17m0eml12example","userPoolId":"us-east-1_Nobody123"}',
      'list {"CLIENTID":"1h57kf5cpq17m0eml12example","USERPOOLID":"us-east-1_Nobody123"}',
      'list {"client_id":"1h57kf5cpq17m0eml12example","user_pool_id":"us-east-1_Nobody123"}',
      'list {"ClientId":"1h57kf5cpq17m0eml12example","userPoolId":"us-east-1_Nobody123"}',
      'list {"clientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}',
      'list {"Input":{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}}',
      'list {"__proto__":{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}}',
      'list {"constructor":{"prototype":{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}}}',
      'list {"ClientId":"1h57kf5cpq17m0eml12example","__proto__":{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}}'
    ]
  ],
  [
    'JSON that is no object',
    'given',
    [
      'list null',
      'list []',
      'list [{}]',
      'list "ClientId"',
      'list 0',
      'list -1.5e3',
      'list true',
      'list false',
      'list [{"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}"}]',
      'list [[{"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}"}]]',
      'list "{\\"ClientId\\":\\"{{client:one}}\\",\\"UserPoolId\\":\\"{{pool:main}}\\"}"'
    ]
  ],
  [
    'bodies on which the sources are silent',
    'given',
    [
      'list \ufeff{"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"1h57kf5cpq17m0eml12examplf","ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ClientId":null}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Deep":{{repeat:2000:[}}{{repeat:2000:]}}}',
      'list {{repeat:20000:[}}',
      'list {{repeat:5000:{"a":}}0',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Big":"{{repeat:300000:a}}"}',
      'list gIGCwMHC/w== {"base64":true}',
      'list eyJDbGllbnRJZCI6Iv8iLCJVc2VyUG9vbElkIjoi/iJ9 {"base64":true}',
      'list //57AH0A {"base64":true}'
    ]
  ],
  [
    'other methods and targets',
    'given',
    [
      'list  {"method":"GET","headers":{...}}',
      'list  {"method":"HEAD","headers":{...}}',
      'list one {"method":"PUT"}',
      'list one {"method":"PATCH"}',
      'list one {"method":"DELETE"}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecretz"}}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"AWSCognitoIdentityProviderService."}}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"x"}}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"awscognitoidentityproviderservice.listuserpoolclientsecrets"}}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"ListUserPoolClientSecrets"}}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"AmazonCognitoIdentity.ListUserPoolClientSecrets"}}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecretss"}}',
      'list one {"headers":{"content-type":"application/x-amz-json-1.1","x-amz-target":"/AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}'
    ]
  ],
  [
    'unknown client of a pool that exists',
    'provisioned',
    [
      'list {"ClientId":"1h57kf5cpq17m0eml12examplf","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"+","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"0","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"constructor","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"__proto__","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{client:one}}0","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{client:one}}a","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"0{{client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"a{{client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"_{{client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{upper:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{wild:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{like:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{cut:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{other:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{plus:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{doubled:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{signed:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{zeros:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{plusAfter:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{tail:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{lower:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{end:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{slug:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{swapped:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{name:client:one}}","UserPoolId":"{{pool:main}}"}'
    ]
  ],
  [
    'nearly the id of a pool that exists',
    'provisioned',
    [
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}0"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}a"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"0{{pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"a{{pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"_{{pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{upper:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{wild:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{like:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{cut:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{other:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{plus:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{doubled:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{signed:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{zeros:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{plusAfter:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{tail:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{lower:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{end:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{slug:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{swapped:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"-{{pool:main}}"}',
      'list {"ClientId":"{{end:pool:main}}{{client:one}}","UserPoolId":"{{cut:pool:main}}"}'
    ]
  ],
  [
    'ill-formed and close to the id of a client that exists',
    'provisioned',
    [
      'list {"ClientId":"{{blankAfter:client:one}}","UserPoolId":"{{pool:main}}"}',
      'list {"ClientId":"{{pool:main}}","UserPoolId":"{{client:one}}"}',
      'list {"ClientId":"{{secret:two:0}}","UserPoolId":"{{pool:main}}"}'
    ]
  ],
  [
    'ill-formed and close to the id of a pool that exists',
    'provisioned',
    [
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{blankAfter:pool:main}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{name:pool:main}}"}'
    ]
  ],
  [
    'another pool in calls that are unusual in another way',
    'provisioned',
    [
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:other}}","Unknown":1}',
      'list {"Unknown":{"ClientId":"a","UserPoolId":"a_b"},"ClientId":"{{client:one}}","UserPoolId":"{{pool:other}}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:other}}","NextToken":"a"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:other}}","MaxResults":1}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:other}}","Unknown":"x{5000}"}',
      'list \n{\n  "ClientId": "{{client:one}}",\n  "UserPoolId": "{{pool:other}}"\n}\n',
      'list {"Client\\u0049d":"{{client:one}}","UserPool\\u0049d":"{{pool:other}}"}',
      'list {"UserPoolId":"{{pool:other}}","ClientId":"{{client:one}}"}',
      'list one@other {"headers":{"content-type":"application/x-amz-json-1.1; charset=utf-8","x-amz-target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list one@other {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list one@other {"headers":{...,"accept":"*/*"}}',
      'list one@other {"headers":{...,"amz-sdk-request":"attempt=2; max=3"}}'
    ]
  ],
  [
    'wrong ids in calls that are unusual in another way',
    'nothing',
    [
      'list {"UserPoolId":"us-east-1_Nobody123"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":["a"],"UserPoolId":"us-east-1_Nobody123"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":"a{129}","UserPoolId":"us-east-1_Nobody123"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":"a-b","UserPoolId":"us-east-1_Nobody123"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":"1h57kf5cpq17m0eml12example"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":["a_b"]} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"a_b{54}"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"a_b-c"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}'
    ]
  ],
  [
    'unknown ids in calls that are unusual in another way',
    'given',
    [
      'list {"ClientId":"nobody","UserPoolId":"{{pool:main}}"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"a_nobody"} {"headers":{"Content-Type":"application/x-amz-json-1.1","X-Amz-Target":"AWSCognitoIdentityProviderService.ListUserPoolClientSecrets"}}'
    ]
  ],
  [
    'clients that exist, asked for in unusual ways',
    'given',
    [
      'list one, list one {"headers":{...,"accept":"*/*","user-agent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux lang/python#3.13.7 Botocore/2.31.0"}}',
      'list one, list one {"headers":{...,"amz-sdk-invocation-id":"b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11","amz-sdk-request":"attempt=1; max=3"}}',
      'list one, list one {"headers":{...,"amz-sdk-invocation-id":"b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11","amz-sdk-request":"attempt=2; max=3"}}',
      'list one, list one {"headers":{...,"x-amz-user-agent":"aws-amplify/6.15.0 framework/2","cache-control":"no-store","accept":"*/*"}}',
      'list one, list one {"headers":{...,"x-amzn-trace-id":"Root=1-5759e988-bd862e3fe1be46a994272793","traceparent":"00-1{32}-2222222222222222-01"}}',
      'list one, list one {"headers":{...,"x-forwarded-for":"192.0.2.1","x-forwarded-proto":"http","x-forwarded-port":"80","x-debug":"true"}}',
      'list {"ClientId":"nobody","UserPoolId":"{{pool:main}}"} {"headers":{...,"accept":"*/*"}}',
      'list one, list one {"headers":{...,"amz-sdk-invocation-id":"b8f5cd0f-39b0-4d9e-9f5c-2f2a4b0c7d11","amz-sdk-request":"attempt=2; max=3"}}, list one',
      'list one, list one {"headers":{...,"transfer-encoding":"chunked"}}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Unknown":1}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","clientId":"no","userPoolId":"no"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":1}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Nested":{"ClientId":"no"},"List":[null]}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","":null}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","__proto__x":1,"constructor":2,"toString":3}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Unknown":"a\\u0000"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Unknown":"\u00e9\u4e2d\u{1f600}"}',
      'list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Nested":[{30}]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":"1"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":0}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":-1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":1.5}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":"x"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":[1]}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":{}}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxResults":null}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Limit":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","MaxItems":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","PageSize":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Count":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Top":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","First":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Offset":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Skip":1,"Take":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Page":2,"PageSize":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","StartIndex":1,"EndIndex":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Marker":"1"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","PaginationToken":"1"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Cursor":"1"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ContinuationToken":"1"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ExclusiveStartKey":"1"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","StartingToken":"1"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","nextToken":"1","maxResults":1}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ClientSecretId":"none"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ClientSecretId":null}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ClientSecret":"q{40}"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","ClientSecretValue":"q{40}","GenerateSecret":true}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","IncludeSecrets":true,"ShowSecret":true,"Verbose":true,"Debug":true}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","WithDecryption":true,"Decrypt":true,"IncludeValue":true,"IncludeValues":true,"ReturnValues":"ALL","View":"FULL"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Fields":"ClientSecretValue","Select":"ClientSecretValue","ProjectionExpression":"ClientSecretValue"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","AttributesToGet":["ClientSecretValue"],"Include":["ClientSecretValue"],"Expand":"*"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Filter":"Status = \\"ACTIVE\\"","Status":"INACTIVE"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","SortBy":"ClientSecretCreateDate","SortOrder":"Descending","Reverse":true}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","CreatedAfter":4000000000}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Fields":["ClientSecretId"],"ProjectionExpression":"ClientSecretId"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","DryRun":true}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","Version":"2","Action":"DeleteUserPoolClientSecret"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","NextToken":"a"}',
      'list one, list {"ClientId":"{{client:one}}","UserPoolId":"{{pool:main}}","NextToken":"0"}'
    ]
  ]
]

/** Many of them are in other tables: those that are here are among them, in this order. */
const IN_PART = [
  'wrong ids in calls that are unusual in another way',
  'unknown ids in calls that are unusual in another way',
  'ill-formed and close to the id of a client that exists',
  'ill-formed and close to the id of a pool that exists',
  'clients that exist, asked for in unusual ways',
  'UserPoolId missing or of another type'
]

it.each(TABLE)('%s, %s: the examples', (name, scene, examples) => {
  const all = (probes.find((probe) => probe.name === name)?.examples(scene) ?? []).map(inShort)
  const isPart = IN_PART.includes(name) || (name === 'clients that exist' && scene === 'given')
  expect(isPart ? all.filter((one) => examples.includes(one)) : all).toEqual(examples)
})
