// Adapter: the AWS SDK for Java v2. `mvn dependency:copy-dependencies` and
// `javac -d target -cp 'target/dependency/*' Adapter.java` here, then `verify-client -- java -cp 'target:target/dependency/*' Adapter`.
import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ClientSecretDescriptorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;

class Adapter {
  record Ids(String UserPoolId, String ClientId) {}

  record Secret(String id, Long createDate) {}

  record ServiceError(String type, String message, String reasonCode) {}

  static Secret secret(ClientSecretDescriptorType of) {
    Instant date = of.clientSecretCreateDate();
    return new Secret(of.clientSecretId(), date == null ? null : date.toEpochMilli());
  }

  static Map<String, Object> call(CognitoIdentityProviderClient client, Ids ids) {
    try {
      var answer = client.listUserPoolClientSecrets(b -> b.userPoolId(ids.UserPoolId).clientId(ids.ClientId));
      if (!answer.hasClientSecrets()) return Map.of("refused", "no ClientSecrets");
      return Map.of("secrets", answer.clientSecrets().stream().map(Adapter::secret).toList());
    } catch (AwsServiceException error) {
      var details = error.awsErrorDetails();
      var reason = error instanceof InvalidParameterException invalid ? invalid.reasonCode() : null;
      return Map.of("error", new ServiceError(details.errorCode(), details.errorMessage(), reason));
    } catch (SdkException error) {
      return Map.of("refused", error.getClass().getName());
    }
  }

  public static void main(String[] args) throws java.io.IOException {
    var client = CognitoIdentityProviderClient.builder()
        .endpointOverride(URI.create(System.getenv("COGNITO_ENDPOINT")))
        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .overrideConfiguration(b -> b.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
    var gson = new Gson();
    var lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = lines.readLine()) != null; ) {
      System.out.println(gson.toJson(call(client, gson.fromJson(line, Ids.class))));
    }
  }
}
