// java -cp gson.jar Vectors.java spec/vectors/*-id*.json
import com.google.gson.Gson;
import java.nio.file.*;
import java.util.*;

class Vectors {
    record VectorFile(String kind, List<Vector> vectors) {}
    record Vector(String id, Set<String> violations, String why) {}

    // In Java \w is ASCII unless a flag says otherwise, and matches() takes the whole text.
    static final Map<String, String> PATTERNS = Map.of("ClientId", "[\\w+]+", "UserPoolId", "[\\w-]+_[0-9a-zA-Z]+");
    static final Map<String, Integer> LONGEST = Map.of("ClientId", 128, "UserPoolId", 55);

    static Set<String> broken(String kind, String id) {
        var broken = new HashSet<String>();
        int length = id.codePointCount(0, id.length()); // length() counts UTF-16 units
        if (!id.matches(PATTERNS.get(kind))) broken.add("pattern");
        if (length < 1) broken.add("minLength");
        if (length > LONGEST.get(kind)) broken.add("maxLength");
        return broken;
    }

    public static void main(String[] names) throws Exception {
        int count = 0;
        for (String name : names) {
            var file = new Gson().fromJson(Files.readString(Path.of(name)), VectorFile.class);
            for (var vector : file.vectors()) {
                count++;
                if (!broken(file.kind(), vector.id()).equals(vector.violations())) {
                    throw new AssertionError(name + ": " + vector.why());
                }
            }
        }
        System.out.println(count + " vectors hold");
    }
}
