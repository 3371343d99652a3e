// java -cp gson.jar Requests.java spec/vectors/request.json: a server that reads requests
import com.google.gson.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

class Requests {
    record VectorFile(List<Vector> vectors) {}
    record Vector(String why, String body, String bodyBase64, Expected expected) {}
    record Expected(String outcome, List<Violation> violations) {}
    record Violation(List<String> path, String constraint) {}
    record Limits(String pattern, int longest) {}

    // matches() takes the whole text; \w is ASCII.
    static final Map<String, Limits> IDS =
        Map.of("ClientId", new Limits("[\\w+]+", 128), "UserPoolId", new Limits("[\\w-]+_[0-9a-zA-Z]+", 55));

    // Gson takes comments, single quotes and names without quotes unless it is told not to.
    static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** The violations; null for what cannot be read. */
    static Set<String> read(String body) {
        var broken = new HashSet<String>();
        try {
            var request = STRICT.fromJson(body.isEmpty() ? "{}" : body, JsonObject.class);
            for (var name : IDS.keySet()) {
                var id = request.get(name);
                if (id == null || id.isJsonNull()) { // null counts as absent
                    broken.add(name + " required");
                    continue;
                }
                if (!id.isJsonPrimitive() || !id.getAsJsonPrimitive().isString()) return null;
                var text = id.getAsString();
                var is = IDS.get(name);
                if (text.isEmpty()) broken.add(name + " minLength");
                if (text.codePointCount(0, text.length()) > is.longest()) broken.add(name + " maxLength");
                if (!text.matches(is.pattern())) broken.add(name + " pattern");
            }
            return broken;
        } catch (JsonParseException | ClassCastException | NullPointerException notAnObject) {
            return null;
        }
    }

    static String bodyOf(Vector one) {
        if (one.body() != null) return one.body();
        return new String(Base64.getDecoder().decode(one.bodyBase64()), StandardCharsets.UTF_8);
    }

    public static void main(String[] names) throws Exception {
        var file = new Gson().fromJson(Files.readString(Path.of(names[0])), VectorFile.class);
        for (var one : file.vectors()) {
            var broken = read(bodyOf(one));
            var told = new HashSet<String>();
            var violations = Objects.requireNonNullElse(one.expected().violations(), List.<Violation>of());
            for (var v : violations) told.add(v.path().get(0) + " " + v.constraint());
            var outcome = broken == null ? "SerializationException" : broken.isEmpty() ? "accepted" : "InvalidParameterException";
            var isRight = outcome.equals(one.expected().outcome()) && told.equals(Objects.requireNonNullElse(broken, Set.of()));
            if (!isRight && !one.expected().outcome().equals("unspecified")) {
                throw new AssertionError(names[0] + ": " + one.why());
            }
        }
        System.out.println(file.vectors().size() + " vectors hold");
    }
}
